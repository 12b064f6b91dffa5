// Finds the atoms of SrTiO3, fits the crystal through them, and shows displacements, strain,
// vacancies and interstitials. "Folder" gets the tables and pictures; empty for none.
folder = "";
run("Open Sample", "sample=srtio3");
run("Optimize Atom Finding...", "lattice=SrTiO3-001 refine=gaussian");
run("Fit Lattice...", "lattice=SrTiO3-001 reference=global output_folder=[" + folder + "]");
