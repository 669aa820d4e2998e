#!/bin/sh
# Cài đặt hoặc nâng cấp Hài Lòng trên một máy Debian/Ubuntu, không cần Internet.
# Installs or upgrades Hài Lòng from the unpacked bundle. Can be run again at any time.
#   sudo ./install.sh              asks five questions the first time
#   sudo ./install.sh --yes        asks nothing; answers from HAILONG_INSTALL_OFFICE, _CONTACT, _HOST,
#                                  _AUTHORITY and _DATABASE, empty where they are not set
set -eu

HOME_DIR=/var/lib/hailong
BACKUPS=/var/backups/hailong
FILES=/srv/hailong
ROOT=/opt/hailong
ACCOUNT=hailong
STAFF=hailong-staff
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
YES=
[ "${1:-}" = "--yes" ] && YES=1

say() { printf '%s\n' "$*"; }
die() { printf 'Dừng lại: %s\n' "$*" >&2; exit 1; }
as() { (cd / && runuser -u "$ACCOUNT" -- env -i PATH=/usr/bin:/bin LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        SUDO_USER="${SUDO_USER:-root}" HAILONG_HOME="$HOME_DIR" "$@"); }
# By the settings that the service is given: with others it would open, or make, another home.
product() { as "$RELEASE/deploy/with-settings" "$RELEASE/bin/hailong" "$@"; }
systemd() { [ -d /run/systemd/system ]; }

ask() {  # ask NAME_OF_ANSWER "question" "default"
  eval "given=\${HAILONG_INSTALL_$1:-}"
  if [ -n "$given" ] || [ -n "$YES" ]; then eval "$1=\${given:-\$3}"; return; fi
  printf '%s%s: ' "$2" "${3:+ [$3]}"
  IFS= read -r given || given=
  eval "$1=\${given:-\$3}"
}

check() {
  [ "$(id -u)" = 0 ] || die "xin chạy bằng quyền quản trị: sudo ./install.sh"
  [ -f "$HERE/SHA256SUMS" ] || die "thiếu tệp SHA256SUMS; xin giải nén lại gói cài đặt"
  (cd "$HERE" && sha256sum --check --quiet --strict SHA256SUMS) \
    || die "gói cài đặt bị hỏng hoặc bị sửa; xin lấy lại gói"
  command -v runuser >/dev/null || die "thiếu lệnh runuser (gói util-linux)"
  PYTHON=
  for one in python3.13 python3.12 python3.11 python3; do
    if command -v "$one" >/dev/null && "$one" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
    then PYTHON=$(command -v "$one"); break; fi
  done
  [ -n "$PYTHON" ] || die "cần Python 3.11 trở lên (Debian 12 trở lên: apt install python3)"
  VERSION=$(sed -n 's/^version //p' "$HERE/VERSION")
  [ -n "$VERSION" ] || die "thiếu tệp VERSION; xin giải nén lại gói cài đặt"
}

accounts() {
  getent group "$STAFF" >/dev/null || groupadd --system "$STAFF"
  getent passwd "$ACCOUNT" >/dev/null || useradd --system --user-group --home-dir "$HOME_DIR" \
    --no-create-home --shell /usr/sbin/nologin "$ACCOUNT"
  install -d -m 0700 -o "$ACCOUNT" -g "$ACCOUNT" "$HOME_DIR" "$BACKUPS"
  install -d -m 0755 "$ROOT" "$ROOT/releases" /etc/hailong /usr/local/lib/hailong
  # Where the officer and the program hand each other tables and posters.
  install -d -m 2770 -o "${SUDO_USER:-root}" -g "$ACCOUNT" "$FILES"
}

program() {  # a release of its own beside the old one, so that nothing half-made is ever used
  n=1
  while [ -e "$ROOT/releases/$VERSION-$n" ]; do n=$((n + 1)); done
  RELEASE=$ROOT/releases/$VERSION-$n
  say "Đang cài chương trình vào $RELEASE ..."
  trap 'rm -rf "$RELEASE"' EXIT
  # The service's account has to read it, whatever mask root is set to.
  umask 022
  # Without pip: Debian's needs the package python3-venv, and ours lies in the bundle.
  "$PYTHON" -m venv --without-pip "$RELEASE"
  pip=$(ls "$HERE"/wheels/pip-*.whl)
  PYTHONPATH=$pip "$RELEASE/bin/python" -m pip install --quiet --no-index --no-cache-dir \
    --disable-pip-version-check --find-links "$HERE/wheels" --require-hashes -r "$HERE/requirements.lock"
  PYTHONPATH=$pip "$RELEASE/bin/python" -m pip install --quiet --no-index --no-cache-dir \
    --disable-pip-version-check --no-deps "$HERE"/hailong-*.whl
  cp -r "$HERE/docs" "$HERE/deploy" "$RELEASE/"
  # It starts at all: known before anything is stopped or switched.
  "$RELEASE/bin/hailong" --help >/dev/null
}

questions() {
  if [ -f "$HOME_DIR/hailong.toml" ]; then
    HOST=$(sed -n 's|^public_url *= *"https://\([A-Za-z0-9.-]*\).*|\1|p' "$HOME_DIR/hailong.toml")
    return
  fi
  say "Năm câu hỏi; bấm Enter để nhận giá trị trong ngoặc hoặc để trống. Sau này sửa được trong"
  say "$HOME_DIR/hailong.toml."
  ask OFFICE "1. Tên cơ quan chịu trách nhiệm" ""
  ask CONTACT "2. Điện thoại, thư điện tử để người dân liên hệ" ""
  ask HOST "3. Tên miền in trên bảng ở quầy, thí dụ danhgia.tinh.gov.vn" ""
  ask AUTHORITY "4. Cấp trên nhận phản ánh về chính cơ quan này (tên, địa chỉ)" ""
  ask DATABASE "5. Địa chỉ PostgreSQL, để trống nếu dùng một tệp trên máy này" ""
  # It goes into TOML, into sed and into the files of the web servers; often copied from a browser.
  HOST=${HOST#https://} HOST=${HOST#http://} HOST=${HOST%/}
  case $HOST in [.-]*|*[!A-Za-z0-9.-]*) die "tên miền chỉ gồm chữ không dấu, số, dấu chấm và gạch nối" ;; esac
}

home() {
  if [ ! -f "$HOME_DIR/hailong.toml" ]; then
    set -- --proxies 127.0.0.1/32
    [ -n "$OFFICE" ] && set -- "$@" --office "$OFFICE"
    [ -n "$CONTACT" ] && set -- "$@" --contact "$CONTACT"
    [ -n "$HOST" ] && set -- "$@" --public-url "https://$HOST"
    [ -n "$AUTHORITY" ] && set -- "$@" --authority "$AUTHORITY"
    [ -n "$DATABASE" ] && set -- "$@" --database-url -
    # Through a pipe: a password may stand in it, and everybody on the machine sees arguments.
    printf '%s\n' "$DATABASE" | product init --yes "$@"
    return
  fi
  say "Đang nâng cấp dữ liệu; bản đang chạy dừng trong lúc này ..."
  systemd && systemctl stop hailong.service 2>/dev/null || true
  if ! whole; then
    systemd && systemctl start hailong.service || true
    die "nâng cấp dữ liệu không xong; bản cũ vẫn được dùng. Lỗi ở trên."
  fi
}

whole() {  # also what an earlier run began and could not finish: the keys, the first admin
  [ -f "$HOME_DIR/keys.toml" ] || product init --yes || return
  product db upgrade && product init --yes
}

switch() {
  trap - EXIT
  ln -sfn "$RELEASE" "$ROOT/current.new"
  # One act: there is no moment at which there is no current release.
  mv -T "$ROOT/current.new" "$ROOT/current"
  # The last three releases stay, to go back to.
  ls -1dt "$ROOT"/releases/*/ | tail -n +4 | while IFS= read -r old; do
    [ "$(readlink -f "$ROOT/current")" = "${old%/}" ] || rm -rf "$old"
  done
}

files() {
  from=$HERE/deploy
  install -m 0755 "$from/ssh/terminal" /usr/local/lib/hailong/terminal
  install -m 0755 "$from/hailong" /usr/local/bin/hailong
  if [ -d /etc/sudoers.d ] && command -v visudo >/dev/null; then
    # A broken file there would take sudo from everybody.
    visudo -cqf "$from/ssh/sudoers-hailong" && install -m 0440 "$from/ssh/sudoers-hailong" /etc/sudoers.d/hailong
  else
    say "Chưa có sudo: cài gói sudo rồi chạy lại, để cán bộ vào được bằng SSH."
  fi
  if [ -d /etc/ssh/sshd_config.d ]; then
    install -m 0644 "$from/ssh/sshd-hailong.conf" /etc/ssh/sshd_config.d/hailong.conf
    # An sshd that cannot start again would shut everybody out of the machine.
    if command -v sshd >/dev/null && ! sshd -t; then
      rm /etc/ssh/sshd_config.d/hailong.conf
      say "Cấu hình SSH của máy này có lỗi từ trước; chưa mở cửa cho cán bộ."
    elif systemd; then systemctl reload ssh.service 2>/dev/null || true; fi
  fi
  for one in caddy/Caddyfile nginx/hailong.conf; do
    sed "s/danhgia\.example\.gov\.vn/${HOST:-danhgia.example.gov.vn}/g" "$from/$one" \
      > "/etc/hailong/$(basename "$one")"
  done
}

units() {
  systemd || { say "Máy này không chạy systemd: khởi động bằng  $ROOT/current/bin/hailong serve"; return; }
  install -m 0644 "$HERE"/deploy/systemd/hailong*.service "$HERE"/deploy/systemd/hailong*.timer /etc/systemd/system/
  install -D -m 0644 "$HERE/deploy/systemd/journald-hailong.conf" /etc/systemd/journald.conf.d/hailong.conf
  systemctl daemon-reload
  systemctl enable --quiet hailong.service hailong-backup.timer
  systemctl restart hailong.service
  systemctl start hailong-backup.timer
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    "$ROOT/current/bin/python" -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:8080/readyz", timeout=3)' \
      2>/dev/null && { say "Chương trình đang chạy."; return; }
    sleep 1
  done
  say "Chương trình chưa trả lời; xem  journalctl -u hailong"
}

OFFICE='' CONTACT='' HOST='' AUTHORITY='' DATABASE=''
check
accounts
questions
program
home
switch
files
units
say ""
say "Xong. Việc tiếp theo:"
say "  1. Chép $HOME_DIR/keys.toml sang nơi khác, không để cùng bản sao lưu."
say "  2. Đặt Caddy hoặc nginx phía trước: tệp mẫu ở /etc/hailong/."
say "  3. hailong doctor    xem còn thiếu gì"
