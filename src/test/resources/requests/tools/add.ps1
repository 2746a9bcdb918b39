$pass = "hunter2pass"
$body = @{
    source   = "ps"
    user     = "apiuser"
    pass     = "hunter2pass"
    function = "add_user"
    agent_user = "4001"
    agent_pass = "hunter2new"
    agent_user_level = "1"
    agent_full_name = "Ann"
    agent_user_group = "AGENTS"
}
Invoke-RestMethod -Uri "https://d.example/vicidial/non_agent_api.php" -Method Post -Body $body
Invoke-WebRequest -Uri "https://d.example/vicidial/non_agent_api.php?source=ps&user=apiuser&pass=$pass&function=update_user&agent_user=$($args[0])&agent_user_level=9" -UseBasicParsing
