#!/bin/sh
# Tells whether two builds in two folders are the same, byte by byte: jar, image and bill of materials. The record of classes
# is left out: it holds what one rehearsal did, in its order.
#   installer/same-bytes.sh                  builds two clones of what is committed here
#   installer/same-bytes.sh FOLDER FOLDER    compares images that are made already
set -eu

if [ $# -eq 0 ]; then
    here=$(cd "$(dirname "$0")/.." && pwd)
    both=$(mktemp -d)
    trap 'rm -rf "$both"' EXIT
    # Paths of other lengths, so that a path that gets into a file is seen.
    for folder in "$both/a" "$both/another-folder"; do
        git clone -q "$here" "$folder"
        (cd "$folder" && ./mvnw -q package -Pimage -DskipTests)
    done
    set -- "$both/a/target/marquetry" "$both/another-folder/target/marquetry"
fi

listed() {
    (cd "$1" && find . ! -name "*.aot" ! -type d -exec sh -c '
        for file; do
            if [ -L "$file" ]; then
                printf "link to %s  %s\n" "$(readlink "$file")" "$file"
            else
                printf "%s  %s  %s\n" "$(sha256sum <"$file" | cut -c1-64)" "$(stat -c %a:%Y "$file")" "$file"
            fi
        done' sh {} + | sort -k 3)
}

one=$(mktemp)
other=$(mktemp)
listed "$1" >"$one"
listed "$2" >"$other"
if diff "$one" "$other"; then
    echo "the same: $(wc -l <"$one") files"
    rm -f "$one" "$other"
else
    echo "these differ, in their bytes (first), rights or times (second)" >&2
    rm -f "$one" "$other"
    exit 1
fi
