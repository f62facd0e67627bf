"""From core tables to indicators: numerators and denominators, and what may be said of them."""
