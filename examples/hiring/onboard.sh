#!/bin/sh
# Makes the accounts of new agents: asks vicilint about the whole list first, and calls the dialer only when
# every request would succeed, is stored as sent, and raises no finding.
#
#   DIALER=https://dialer.example.com API_PASS=... examples/hiring/onboard.sh new-hires.csv accounts/
#
# Columns: agent_user,agent_pass,agent_user_level,agent_full_name,agent_user_group,phone_login; no field is quoted.
set -eu

list=$1
accounts=$2
caller=${API_USER:-hr_onboarding}
vicilint=${VICILINT:-./vicilint}
call=${CALL:-curl --silent --show-error --fail}

if ! "$vicilint" request "$list" "$accounts" --caller "$caller"; then
  echo 'Nothing was sent: mend the list, and run this again.' >&2
  exit 1
fi

# The columns are read by their place, so no other order may pass.
columns=agent_user,agent_pass,agent_user_level,agent_full_name,agent_user_group,phone_login
if [ "$(head -n 1 "$list" | tr -d '\r')" != "$columns" ]; then
  echo "Nothing was sent: the first line of the list has to be $columns" >&2
  exit 1
fi
if grep -q '"' "$list"; then
  echo 'Nothing was sent: a field of the list is quoted.' >&2
  exit 1
fi

# A last line may lack its end, and lines from Windows end with a carriage return.
tail -n +2 "$list" | tr -d '\r' | while IFS=, read -r user pass level name group phone || [ -n "$user" ]; do
  case $user in '' | '#'*) continue ;; esac
  # The parameters go in the body of a POST, so that no password stands in the log of a web server.
  $call "$DIALER/vicidial/non_agent_api.php" \
    --data-urlencode "source=hr" \
    --data-urlencode "user=$caller" \
    --data-urlencode "pass=$API_PASS" \
    --data-urlencode "function=add_user" \
    --data-urlencode "agent_user=$user" \
    --data-urlencode "agent_pass=$pass" \
    --data-urlencode "agent_user_level=$level" \
    --data-urlencode "agent_full_name=$name" \
    --data-urlencode "agent_user_group=$group" \
    --data-urlencode "phone_login=$phone"
done
