// Says what crystal an image may show and at what scale. The window shows the estimates with
// their errors, the spectrum, the mean cell and where there is sample; nothing is changed.
run("Open Sample", "sample=ybco-noise0.3");
run("Estimate Physics...", "lattice=YBa2Cu3O7-100 output_folder=[]");
