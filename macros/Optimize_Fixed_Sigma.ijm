// Searches threshold and overlap alone: equal ends of a range fix a parameter.
run("Open Sample", "sample=srtio3");
run("Optimize Atom Finding...", "lattice=SrTiO3-001 min_sigma_low=3.5 min_sigma_high=3.5 max_sigma_low=6 max_sigma_high=6");
