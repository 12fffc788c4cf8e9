# A page that declares another encoding than it has is named.
printf '<meta charset="windows-1252"><p>Le caf\303\251</p>\n' >page.html
printf '<?xml version="1.0" encoding="ISO-8859-1"?><p>Le caf\303\251</p>\n' >page.xml
printf '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>Le caf\303\251</p>\n' >right.html
unbake check page.html page.xml right.html
