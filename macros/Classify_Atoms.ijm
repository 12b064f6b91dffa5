// Finds the atoms of YBa2Cu3O7, tells their species apart and, in a second pass, the two Ba
// sites of the cell. The results window shows the mean image of each class.
run("Open Sample", "sample=ybco-noise0.1");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 refine=gaussian");
run("Classify Atoms...", "lattice=YBa2Cu3O7-100 split_class=brightest split_into=2 output_folder=[]");
