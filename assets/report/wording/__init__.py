"""How figures and words are said: cells, sentences by rule, what owners wrote. The same on every sheet."""
