uri = URI("https://d.example/vicidial/non_agent_api.php")
uri.query = URI.encode_www_form(source: 'rb', user: 'apiuser', pass: 'hunter2pass', function: 'update_user', agent_user: login, agent_user_level: 9)
puts "https://d.example/vicidial/non_agent_api.php?source=rb&user=apiuser&pass=#{pass}&function=update_user&agent_user=#{u}&active=N"
