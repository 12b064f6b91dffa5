// Atom columns as particles: smoothed, freed of the background, thresholded, told apart.
smoothing = 1;
background = 20;
method = "Otsu";
smallest = 10;
setOption("BlackBackground", true);
run("Set Measurements...", "area centroid shape redirect=None decimal=6");
run("Gaussian Blur...", "sigma=" + smoothing);
run("Subtract Background...", "rolling=" + background);
setAutoThreshold(method + " dark");
run("Convert to Mask");
run("Watershed");
run("Analyze Particles...", "size=" + smallest + "-Infinity pixel show=Nothing clear exclude");
