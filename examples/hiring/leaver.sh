curl "https://dialer.example.com/vicidial/non_agent_api.php" \
  --data-urlencode "source=hr" \
  --data-urlencode "user=hr_onboarding" \
  --data-urlencode "pass=$API_PASS" \
  -d function=update_user -d agent_user=agent_okafor -d active=N
