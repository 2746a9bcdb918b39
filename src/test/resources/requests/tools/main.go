q := url.Values{"source": {"go"}, "user": {"apiuser"}, "pass": {"hunter2pass"}, "function": {"update_user"}, "agent_user": {"1001"}, "agent_user_level": {"9"}}
v := url.Values{}
v.Set("source", "go")
v.Set("user", "apiuser")
v.Add("pass", "hunter2pass")
v.Set("function", "add_user")
v.Set("agent_user", login)
resp, err := http.PostForm("https://d.example/vicidial/non_agent_api.php", v)
u := fmt.Sprintf("https://d.example/vicidial/non_agent_api.php?source=go&user=%s&pass=%s&function=copy_user&agent_user=%s&source_user=copy&agent_pass=hunter2new&agent_full_name=x", "apiuser", "hunter2pass", login)
