#!/bin/sh
# Installs what the tests of live databases need, MariaDB's server, where it is missing. Maven runs it before the tests.
# It never fails a build: the tests that find no server fail by name, and say how to get one.
for server in /usr/sbin/mariadbd /usr/libexec/mariadbd /usr/local/sbin/mariadbd; do
  if [ -x "$server" ]; then
    exit 0
  fi
done
if ! command -v apt-get >/dev/null; then
  echo "database.sh: no apt-get here; install MariaDB's server by hand" >&2
  exit 0
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then
    as_root='sudo -n'
  else
    echo "database.sh: MariaDB's server is missing; as root: apt-get install mariadb-server" >&2
    exit 0
  fi
fi
echo "database.sh: installing MariaDB's server for the tests of live databases ..." >&2
# Only its programs are wanted: the tests start servers of their own, so none is started here.
install() {
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 $as_root apt-get install -y -qq --no-install-recommends \
    mariadb-server openssl >/dev/null
}
install 2>/dev/null || { $as_root apt-get update -qq && install; } ||
  echo 'database.sh: could not install it' >&2
exit 0
