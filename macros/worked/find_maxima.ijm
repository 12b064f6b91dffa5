// Atom columns as the maxima of the smoothed image.
sigma = 1;
prominence = 0.02;
run("Gaussian Blur...", "sigma=" + sigma);
run("Find Maxima...", "prominence=" + prominence + " exclude output=[Point Selection]");
