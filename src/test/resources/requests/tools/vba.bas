url = "https://d.example/vicidial/non_agent_api.php?source=vba&user=apiuser&pass=" & pw & "&function=update_user&agent_user=" & Cells(i, 1).Value & "&active=N"
