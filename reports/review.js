'use strict';
// Filters, sorting, pages, copying and the matrix's detail line. Without it the page shows everything, one below the other.
document.documentElement.classList.add('js');

document.addEventListener('DOMContentLoaded', function () {
  const browsers = Array.from(document.querySelectorAll('form[data-for]'), browse);
  window.addEventListener('hashchange', function () { follow(browsers); });
  follow(browsers);
  for (const figure of document.querySelectorAll('main > section > .copyable')) {
    addCopy(figure);
  }
  document.addEventListener('toggle', function (event) {
    event.target.querySelectorAll('.copyable').forEach(addCopy);
  }, true);
  document.addEventListener('click', copy);
  window.addEventListener('beforeprint', function () {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      details.dataset.closed = '';
    }
  });
  window.addEventListener('afterprint', function () {
    for (const details of document.querySelectorAll('details[data-closed]')) {
      details.open = false;
      delete details.dataset.closed;
    }
  });
  explainMatrix();
});

// A list with its form: what fits the form is shown, a page at a time.
function browse(form) {
  const list = document.getElementById(form.dataset.for);
  const items = Array.from(list.children);
  const texts = new Map();
  const size = Number(list.dataset.page);
  const said = form.querySelector('output');
  const pager = pageButtons(list.closest('.scroll') || list, list.dataset.name, turn);
  let fitting = items;
  let page = 0;
  let shown = [];
  let revealing = false;

  function textOf(item) {
    if (!texts.has(item)) {
      texts.set(item, item.textContent.toLowerCase());
    }
    return texts.get(item);
  }

  function fits(item, wanted) {
    return wanted.every(function (test) { return test(item); });
  }

  // One test for each control of the form that asks for something.
  function tests() {
    const wanted = [];
    for (const name of new Set(Array.from(form.elements, function (e) { return e.name; }))) {
      const control = form.elements[name];
      if (!name || name === 'sort') {
        continue;
      }
      if (control instanceof RadioNodeList || control.type === 'checkbox') {
        const boxes = control instanceof RadioNodeList ? Array.from(control) : [control];
        const on = new Set(boxes.filter(function (b) { return b.checked; }).map(function (b) { return b.value; }));
        if (on.size < boxes.length) {
          wanted.push(function (item) { return on.has(item.dataset[name]); });
        }
        continue;
      }
      const value = control.value.trim().toLowerCase();
      if (value && name === 'q') {
        const words = value.split(/\s+/);
        wanted.push(function (item) { return words.every(function (w) { return textOf(item).includes(w); }); });
      } else if (value && name === 'user') {
        wanted.push(function (item) { return item.dataset.user.toLowerCase().includes(value); });
      } else if (value) {
        wanted.push(function (item) { return item.dataset[name] === control.value; });
      }
    }
    return wanted;
  }

  function sorted(found) {
    const key = form.elements.sort.value;
    if (!key) {
      return found;
    }
    const numeric = form.elements.sort.selectedOptions[0].hasAttribute('data-numeric');
    return found.slice().sort(function (a, b) {
      const x = a.dataset[key];
      const y = b.dataset[key];
      return numeric ? Number(y) - Number(x) : x < y ? -1 : x > y ? 1 : 0;
    });
  }

  function update() {
    const wanted = tests();
    fitting = sorted(items.filter(function (item) { return fits(item, wanted); }));
    page = 0;
    show();
  }

  // Only the items of one page are in the document's flow, so a change costs little however long the list is.
  function show() {
    const next = fitting.slice(page * size, (page + 1) * size);
    for (const item of shown) {
      item.hidden = true;
    }
    for (const item of next) {
      item.hidden = false;
      list.append(item);
      if ('why' in list.dataset) {
        tellWhy(item);
      }
    }
    shown = next;
    const pages = Math.max(1, Math.ceil(fitting.length / size));
    said.value = fitting.length === items.length
      ? 'All ' + items.length + ' that this page holds.'
      : fitting.length + ' of ' + items.length + ' fit.';
    pager.set(page, pages, fitting.length === 0);
  }

  function turn(by) {
    page += by;
    show();
    (list.closest('.scroll') || list).scrollIntoView({ block: 'start' });
  }

  const typed = 'input:not([type=checkbox])';
  form.addEventListener('input', function (event) { if (event.target.matches(typed)) { update(); } });
  form.addEventListener('change', function (event) { if (!event.target.matches(typed)) { update(); } });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  // The controls change after this event; when the page itself resets them, it goes on at once.
  form.addEventListener('reset', function () { setTimeout(function () { if (!revealing) { update(); } }); });
  window.addEventListener('beforeprint', function () {
    for (const item of fitting) {
      item.hidden = false;
      list.append(item);
    }
    shown = fitting;
  });
  window.addEventListener('afterprint', show);
  for (const item of items) {
    item.hidden = true;
  }
  list.classList.add('ready');
  update();

  return {
    // Brings an item on the screen's page; with the form's wishes dropped when they hide it.
    reveal: function (element) {
      const item = items.find(function (i) { return i === element || i.contains(element); });
      if (!item) {
        return;
      }
      if (!fitting.includes(item)) {
        revealing = true;
        form.reset();
        update();
        setTimeout(function () { revealing = false; });
      }
      page = Math.floor(fitting.indexOf(item) / size);
      show();
    },
  };
}

// Why a finding matters stands in the page once a rule, not once a finding.
function tellWhy(finding) {
  const rule = document.getElementById('rule-' + finding.dataset.rule);
  if (rule && !finding.querySelector('.why')) {
    const why = rule.querySelector('.why').cloneNode(true);
    why.classList.add('soft');
    finding.querySelector('.evidence').before(why);
  }
}

function pageButtons(after, name, turn) {
  const nav = document.createElement('nav');
  nav.className = 'pager';
  nav.setAttribute('aria-label', 'Pages of the ' + name);
  const back = document.createElement('button');
  const on = document.createElement('button');
  const where = document.createElement('span');
  back.type = on.type = 'button';
  back.textContent = '← Previous';
  on.textContent = 'Next →';
  back.addEventListener('click', function () { turn(-1); });
  on.addEventListener('click', function () { turn(1); });
  nav.append(back, where, on);
  after.after(nav);
  return {
    set: function (page, pages, empty) {
      where.textContent = empty ? 'Nothing fits.' : 'Page ' + (page + 1) + ' of ' + pages;
      back.disabled = page === 0;
      on.disabled = page >= pages - 1;
      nav.hidden = pages === 1 && !empty;
    },
  };
}

// Shows what the address points to, wherever it is hidden.
function follow(browsers) {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch (error) {
    return; // no address of ours
  }
  const target = document.getElementById(id);
  if (!target) {
    return;
  }
  for (const browser of browsers) {
    browser.reveal(target);
  }
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

// A button for the text of a figure, made when it is first seen: there are thousands of them.
function addCopy(figure) {
  const caption = figure.querySelector('figcaption');
  if (!caption.querySelector('button')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy ' + caption.textContent);
    caption.append(button);
  }
}

function copy(event) {
  const button = event.target.closest('.copy');
  if (!button) {
    return;
  }
  const pre = button.closest('figure').querySelector('pre');
  getSelection().selectAllChildren(pre);
  const done = function () {
    button.firstChild.data = 'Copied';
    setTimeout(function () { button.firstChild.data = 'Copy'; }, 1500);
  };
  // Without the right to the clipboard, the text is left selected.
  if (navigator.clipboard) {
    navigator.clipboard.writeText(pre.textContent).then(done, function () {});
  }
}

function explainMatrix() {
  const table = document.getElementById('matrix-table');
  if (!table) {
    return;
  }
  const heads = table.tHead.rows[0].cells;
  const detail = document.getElementById('matrix-detail');
  const region = table.parentElement;
  const words = {
    R: 'granted (reads)', W: 'granted (writes)', C: 'granted (controls)', D: 'granted (deletes)',
    L: 'refused by the login', G: 'refused: its group does not exist',
    F: 'refused by api_allowed_functions', P: 'refused by level or flags',
  };
  function explain(cell) {
    const head = heads[cell.cellIndex];
    if (cell.tagName === 'TD' && head.dataset.needs) {
      detail.textContent = cell.parentElement.dataset.user + ' × ' + head.textContent + ': '
        + words[cell.textContent.trim()] + '. ' + head.dataset.needs + '.';
    }
  }
  region.addEventListener('mouseover', function (event) {
    const cell = event.target.closest('td');
    if (cell) {
      explain(cell);
    }
  });
  region.addEventListener('keydown', function (event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const rows = Array.from(table.tBodies[0].rows).filter(function (row) { return !row.hidden; });
    const from = document.activeElement.closest('td');
    const row = from ? rows.indexOf(from.parentElement) + step[0] : 0;
    const column = from ? from.cellIndex + step[1] : 3;
    const cell = rows[row] && rows[row].cells[column];
    if (cell && cell.tagName === 'TD') {
      cell.tabIndex = -1;
      cell.focus();
      explain(cell);
    }
  });
}
