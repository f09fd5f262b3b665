#!/bin/sh
# An adapter that misbehaves on request, for tests of the runner.
#
#   fake_adapter.sh [BEHAVIOUR]     of the hello and the bye
#
# A case is told what to do by its script, which is a comment: `# do: BEHAVIOUR`. Each answer that is
# right shows one run in which the process's own number of the case is printed.
start=${1:-}
cases=0

hello() {
  printf '%s\n' '{"protocol":1,"name":"fake","version":"1.0","language":"sh","features":["run"]}'
}

# The answer to case $1.
answer() {
  printf '{"id":%s,"stream":[{"op":"run","run":1,"session":"main","cause":"run"},' "$1"
  printf '{"op":"print","text":"%s"},{"op":"end","run":1,"status":"ok"}]}\n' "$cases"
}

forever() { while :; do sleep 60; done; }

case $start in
  slow-hello) forever ;;
  exit-at-once) exit 3 ;;
  mute) exec sleep 60 >&- ;;
esac

while IFS= read -r line; do
  case $line in
    *'"cmd":"hello"'*)
      case $start in
        junk-hello) echo 'Welcome to Fake!' ;;
        nameless) echo '{"protocol":1}' ;;
        protocol-2) echo '{"protocol":2,"dialect":"new"}' ;;
        *) hello ;;
      esac
      continue ;;
    *'"cmd":"bye"'*)
      case $start in
        bad-bye) exit 4 ;;
        no-bye) forever ;;
      esac
      exit 0 ;;
  esac
  cases=$((cases + 1))
  id=${line#*'"id":'}
  id=${id%%,*}
  behaviour=${line#*'# do: '}
  behaviour=${behaviour%%'\n'*}
  behaviour=${behaviour%%'"'*}
  case $behaviour in
    hang) forever ;;
    ignore-term) trap '' TERM; forever ;;
    late) sleep 1; answer "$id" ;;
    wrong-id) answer $((id + 1000)) ;;
    no-id) answer '"x"' ;;
    twice) answer "$id"; answer "$id" ;;
    twice-later) answer "$id"; sleep 0.05; answer "$id" ;;
    half-line-hang) printf '{"id":%s,"str' "$id"; forever ;;
    half-line-exit) printf '{"id":%s,"str' "$id"; exit 0 ;;
    flood) while :; do printf '%s' xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done ;;
    flood-errors) while :; do echo 'Lorem ipsum dolor sit amet, consetetur sadipscing' >&2; done ;;
    exit-0) exit 0 ;;
    exit-1) echo 'something broke' >&2; exit 1 ;;
    exit-after) answer "$id"; exit 0 ;;
    segv) kill -SEGV $$ ;;
    kill) kill -KILL $$ ;;
    junk) echo 'Traceback (most recent call last):' ;;
    empty-line) echo ;;
    not-utf-8) printf '{"id":\377}\n' ;;
    bad-record) printf '{"id":%s,"stream":[{"op":"run"}]}\n' "$id" ;;
    cut-off) printf '{"id":%s,"stream":[{"op":"run","run":1,"session":"main","cause":"run"}]}\n' "$id" ;;
    no-answer) printf '{"id":%s}\n' "$id" ;;
    close-output) exec >&-; forever ;;
    close-input) exec <&-; answer "$id"; forever ;;
    # A child of its own holds the pipes, and ends with nobody who waits for it.
    grandchild) sleep 60 & echo "grandchild $!" >&2; exit 7 ;;
    grandchild-answers) sleep 60 & echo "grandchild $!" >&2; answer "$id" ;;
    skip) printf '{"id":%s,"skipped":"no such thing here","issue":"https://example.org/1"}\n' "$id" ;;
    reject) printf '{"id":%s,"error":{"phase":"interact","message":"no such widget"}}\n' "$id" ;;
    own-timeout) printf '{"id":%s,"error":{"phase":"timeout","message":"it took too long"}}\n' "$id" ;;
    own-crash) printf '{"id":%s,"error":{"phase":"crash","message":"it fell over"}}\n' "$id" ;;
    warn) echo "a warning" >&2; answer "$id" ;;
    *) answer "$id" ;;
  esac
done
