// uses hunter2pass
String url = String.format("https://%s/vicidial/non_agent_api.php?source=%s&user=%s&pass=%s&function=add_user&agent_user=%s", host, "java", "apiuser", "hunter2pass", login);
URI u = UriComponentsBuilder.fromHttpUrl(base + "/non_agent_api.php").queryParam("user", "apiuser").queryParam("pass", "hunter2pass").queryParam("function","update_user").queryParam("agent_user", who).queryParam("agent_user_level","9").queryParam("source","x").build().toUri();
