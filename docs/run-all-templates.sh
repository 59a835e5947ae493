#!/usr/bin/env bash
# Runs the five system templates to the end through the REST API alone, and counts what they made.
#
#   npm run web        # in one terminal
#   npm run worker     # in two others
#   docs/run-all-templates.sh [http://localhost:3000]
#
# Needs curl and node. Ends with exit code 0 when every template completed.
set -euo pipefail
site=${1:-http://localhost:3000}
user=${WORKFLOWS_USER:-demo@example.com}
password=${WORKFLOWS_PASSWORD:-demo}

# json EXPRESSION: evaluates it on the JSON of standard input as `it`.
json() { node -e 'let t="";process.stdin.on("data",(d)=>t+=d).on("end",()=>{const it=JSON.parse(t);const v=eval(process.argv[1]);console.log(typeof v==="string"?v:JSON.stringify(v))})' "$1"; }
api() { curl --silent --show-error --fail-with-body -H "Authorization: JWT $token" -H 'Content-Type: application/json' "$@"; }

token=$(curl --silent --fail-with-body -H 'Content-Type: application/json' \
  -d "{\"email\":\"$user\",\"password\":\"$password\"}" "$site/api/users/login" | json 'it.token')

templates=$(api "$site/api/workflows/templates?sort=name&limit=100")
count=$(json 'it.docs.filter((doc) => doc.isSystem).length' <<<"$templates")
failed=0
for ((index = 0; index < count; index++)); do
  id=$(json "it.docs.filter((doc) => doc.isSystem)[$index].id" <<<"$templates")
  name=$(json "it.docs.filter((doc) => doc.isSystem)[$index].name" <<<"$templates")
  execution=$(api -d "{\"template\":\"$id\",\"params\":{}}" "$site/api/workflows/executions/launch" | json 'it.id')
  # The stream ends by itself when the execution does.
  curl --silent --no-buffer --max-time 300 -H "Authorization: JWT $token" \
    "$site/api/workflows/executions/$execution/events" >/dev/null || true
  detail=$(api "$site/api/workflows/executions/$execution")
  json "\`\${it.status.padEnd(10)} $name: \${it.outputs.documents.length} documents, \${it.outputs.media.length} images\`" <<<"$detail"
  [ "$(json 'it.status' <<<"$detail")" = completed ] || failed=1
done
exit $failed
