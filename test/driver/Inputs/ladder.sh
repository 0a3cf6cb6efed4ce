# ladder.sh CRATEC LEVELS: makes crates l1a l1b … so that both of a level depend on
# both of the level below, and main.c on top.
set -eu
previous=""
for level in $(seq "$2"); do
  for side in a b; do
    options="--crate-name l${level}${side} --crate-type rlib -C metadata=$level$side"
    for crate in $previous; do
      options="$options --extern $crate"
    done
    # shellcheck disable=SC2086
    "$1" empty.o -L . $options
  done
  previous="l${level}a l${level}b"
done
{
  echo '#include <crate/crate.h>'
  for crate in $previous; do
    echo "EXTERN_CRATE(\"$crate\");"
  done
  echo 'int main(void) { return 0; }'
} > main.c
