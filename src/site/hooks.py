"""Makes a site of documents whose links are right in a clone.

Adds the pages of the rules and the pictures of the examples, which are outside docs/, and turns links to anything else
outside docs/ into links to the repository.
"""

import os
import posixpath
import re

from mkdocs.structure.files import File

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r"^ *```")
LINK = re.compile(r"(\]\()([^)\s]+)(\))")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)


def on_files(files, config):
    """Adds every rule as rules/ID.md, and the pictures that documents show."""
    outside = ["rules/" + name for name in sorted(os.listdir(os.path.join(ROOT, "rules"))) if name.endswith(".md")]
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "examples"))):
        for name in sorted(names):
            if name.endswith((".png", ".svg")):
                outside.append(os.path.relpath(os.path.join(folder, name), ROOT))
    for path in outside:
        files.append(File(path, ROOT, config["site_dir"], config["use_directory_urls"]))
    return files


def on_page_read_source(page, config):
    """Shows the front matter of a rule as a list."""
    path = os.path.relpath(page.file.abs_src_path, ROOT)
    if not path.startswith("rules" + os.sep):
        return None
    with open(page.file.abs_src_path, encoding="utf-8") as source:
        text = source.read()
    front = FRONT.match(text).group().strip("-\n").split("\n")
    facts = []
    for line in front:
        key, _, value = line.partition(":")
        if line.startswith(" "):
            facts.append("    " + line.strip().replace('"', ""))
        elif key != "title":
            facts.append("- **%s**: %s" % (key, value.strip().strip('"')))
    head, body = FRONT.sub("", text).lstrip().split("\n", 1)
    return "%s\n\n%s\n\n%s" % (head, "\n".join(facts), body)


def on_page_markdown(markdown, page, config, files):
    """Turns links that are right in a clone into links that are right on the site."""
    here = os.path.relpath(page.file.abs_src_path, ROOT)
    lines = []
    fenced = False
    for line in markdown.split("\n"):
        if FENCE.match(line):
            fenced = not fenced
        lines.append(line if fenced else LINK.sub(lambda link: _link(link, here, page, config, files), line))
    return "\n".join(lines)


def _link(link, here, page, config, files):
    target = link.group(2)
    if re.match(r"[a-z]+:|#", target):
        return link.group()
    path, mark, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    inside = path[len("docs/") :] if path.startswith("docs/") else path
    if files.get_file_from_path(inside):
        target = posixpath.relpath(inside, posixpath.dirname(page.file.src_path) or ".") + mark + anchor
    else:
        target = config["repo_url"].rstrip("/") + "/blob/main/" + path + mark + anchor
    return link.group(1) + target + link.group(3)
