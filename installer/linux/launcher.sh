#!/bin/sh
# Starts Marquetry. The launcher of jpackage asks the package manager at each start where the program lies, which takes as long as Java.
self=$0
while [ -L "$self" ]; do
    to=$(readlink "$self")
    case $to in
        /*) self=$to ;;
        *) self=${self%/*}/$to ;;
    esac
done
root=$(cd "${self%/*}/.." && pwd -P)
app=$root/lib/app
# Two records of classes: a command needs a third of what the window does, and each start pays for a whole
# record; the version needs none.
case ${1-} in
    --version | -V) record= ;;
    --help | -h) record=$app/commands.aot ;;
    "" | -* | */* | *.*) record=$app/window.aot ;;
    *) record=$app/commands.aot ;;
esac
set -- MAIN_CLASS "$@"
[ -z "$record" ] || [ ! -e "$record" ] || set -- "-XX:AOTCache=$record" "$@"
exec "$root/lib/runtime/bin/java" JAVA_OPTIONS -cp "CLASS_PATH" "$@"
