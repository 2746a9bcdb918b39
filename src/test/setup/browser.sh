#!/bin/sh
# Installs what the tests of pages need, Chromium and its driver, where they are missing. Maven runs it before the tests.
# It never fails a build: the tests that find no browser fail by name, and say how to get one.
chromium=/usr/bin/chromium
driver=/usr/bin/chromedriver
if [ -x "$chromium" ] && [ -x "$driver" ]; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "browser.sh: no apt-get here; install Chromium and ChromeDriver by hand" >&2
  exit 0
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then
    as_root='sudo -n'
  else
    echo "browser.sh: Chromium is missing; as root: apt-get install chromium chromium-driver" >&2
    exit 0
  fi
fi
echo 'browser.sh: installing Chromium and ChromeDriver for the tests of pages ...' >&2
install() {
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends \
    chromium chromium-driver fonts-dejavu-core >/dev/null
}
install 2>/dev/null || { $as_root apt-get update -qq && install; } ||
  echo 'browser.sh: could not install them' >&2
exit 0
