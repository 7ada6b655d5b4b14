#!/bin/sh
# Installs a deb in a bare Debian root, starts it, opens a file with it, upgrades and purges it.
#   debootstrap --variant=minbase bookworm ROOT
#   installer/smoke-test.sh target/installer/marquetry_*.deb ROOT
# Needs root; with DISPLAY set to an X server of this machine the window is started, too.
set -eu

deb=$1
root=$2
inside() { chroot "$root" env HOME=/root LANG=C.UTF-8 "$@"; }
say() { printf '%s: %s\n' "$1" "$2"; }
fail() {
    printf 'FAILED: %s\n' "$1" >&2
    exit 1
}

case $(cd "$root" && pwd -P) in
    /) fail "that is this machine itself, not a root of its own" ;;
esac
mkdir -p "$root/proc" "$root/tmp"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
cp "$deb" "$root/tmp/marquetry.deb"

# What an earlier try left, in this root alone; a window of it may still be open.
for lock in "$root/root/Marquetry/.lock" "$root/root/Other/.lock"; do
    pid=$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$lock" 2>/dev/null || true)
    # Only a process that runs inside: a number may be somebody else's by now.
    if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/root" 2>/dev/null || true)" = "$(cd "$root" && pwd -P)" ]; then
        kill "$pid"
        while [ -e "/proc/$pid" ]; do sleep 1; done
    fi
done
inside dpkg --purge marquetry >/dev/null 2>&1 || true
rm -rf "$root/root/Marquetry" "$root/root/Other" "$root/root/.config/marquetry" "$root/root/.local/state/marquetry" \
    "$root/root/.local/share/marquetry" "$root/tmp/tags.mqpack" "$root/tmp/next" "$root/tmp/next.deb"

inside apt-get update -qq
begun=$(date +%s)
inside apt-get install -y -qq --no-install-recommends /tmp/marquetry.deb >"$root/tmp/install.log" 2>&1 \
    || fail "it does not install: see $root/tmp/install.log"
say seconds "$(($(date +%s) - begun)) to install"
say installed "$(inside dpkg-query -W -f '${Status} ${Version}' marquetry)"

bin=/opt/marquetry/bin/marquetry
say version "$(inside $bin --version)"
for record in window commands; do
    [ -s "$root/opt/marquetry/lib/app/$record.aot" ] || fail "the record of classes for $record was not made"
done
# Ends with 1 where the record of classes does not fit.
inside env JAVA_TOOL_OPTIONS=-XX:AOTMode=on $bin tag list --workspace /root/Marquetry >/dev/null 2>&1 \
    || fail "a command does not run, or its record of classes is refused"
say record "fits"
for text in LICENSE NOTICE THIRD-PARTY.txt marquetry.cdx.json; do
    [ -s "$root/opt/marquetry/lib/app/licences/$text" ] || fail "$text is missing"
done
say licences "there"

if [ -n "${DISPLAY:-}" ]; then
    # What a colleague would send: a bundle out of another workspace.
    inside $bin generate --profiles 2000 --tags 20 --workspace /root/Other >/dev/null || fail "no sample is made"
    inside $bin tag export --category AUDIENCE --out /tmp/tags.mqpack --force --workspace /root/Other >/dev/null \
        || fail "no bundle is written"
    inside env DISPLAY="$DISPLAY" JAVA_TOOL_OPTIONS=-XX:AOTMode=on $bin >"$root/tmp/window.log" 2>&1 &
    tries=0
    until inside env DISPLAY="$DISPLAY" sh -c 'ls /root/.config/marquetry/open/*.word' >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "no window comes: see $root/tmp/window.log"
        sleep 1
    done
    # As a desktop does it after a double click.
    command=$(sed -n 's/^Exec=//p' "$root/opt/marquetry/lib/marquetry-marquetry.desktop" | sed 's#%f#/tmp/tags.mqpack#')
    # shellcheck disable=SC2086
    inside $command || fail "a second start does not hand its file over"
    say handed "the file of a second start"
    if command -v import >/dev/null 2>&1; then
        sleep 20
        import -window root "$root/tmp/window.png" && say picture "$root/tmp/window.png"
    fi
    # The window itself, which the workspace's lock names; then whoever started it ends, too.
    kill "$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$root/root/Marquetry/.lock")"
    wait
fi

# The same with a higher version.
rm -rf "$root/tmp/next"
dpkg-deb -R "$deb" "$root/tmp/next"
sed -i 's/^Version: .*/Version: 999.0/' "$root/tmp/next/DEBIAN/control"
dpkg-deb -Znone -b "$root/tmp/next" "$root/tmp/next.deb" >/dev/null
inside dpkg -i /tmp/next.deb >"$root/tmp/upgrade.log" 2>&1 || fail "it does not upgrade"
say upgraded "$(inside dpkg-query -W -f '${Version}' marquetry)"
inside $bin tag list --workspace /root/Marquetry >/dev/null || fail "the workspace does not open after the upgrade"

inside dpkg --purge marquetry >"$root/tmp/purge.log" 2>&1 || fail "it is not purged"
left=$(find "$root/opt" "$root/usr/share" "$root/usr/local" "$root/etc" "$root/var/lib/dpkg/info" -iname '*marquetry*' 2>/dev/null || true)
[ -z "$left" ] || fail "left: $left"
[ -s "$root/root/Marquetry/workspace.mv.db" ] || fail "the workspace is gone"
say purged "nothing is left, the workspace is there"
