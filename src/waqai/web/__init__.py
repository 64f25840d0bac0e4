"""The site and the HTTP API: pages rendered on the server, read-only but for judgements."""
