"""All published counts of people as one universe of cells, how they add up, and which of them must be hidden."""
