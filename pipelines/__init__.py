"""How it runs: definitions, jobs, the command line, and the platform that assets stand on."""
