"""The extracts of each part of the service, one module a domain; what they share is in `sample.domains.made`."""
