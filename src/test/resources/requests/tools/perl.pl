my $res = $ua->post('https://d.example/vicidial/non_agent_api.php', { source => 'pl', user => 'apiuser', pass => 'hunter2pass', function => 'update_user', agent_user => $agent, agent_user_level => 9 });
my $u = "https://d.example/vicidial/non_agent_api.php?source=pl&user=apiuser&pass=hunter2pass&function=update_user&agent_user=" . $agent . "&active=N";
