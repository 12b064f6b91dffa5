// Follows the columns of a series: three frames of a simulated crystal, each with noise of its
// own, and the second and third shifted. The tables and charts go to a folder in the home directory.
output = getDirectory("home") + "reward-analysis-series";
run("Simulate Image...", "lattice=SrTiO3-001 width=256 height=256 pixel_size=0.02 noise=0.15 seed=1");
rename("series");
run("Duplicate...", "title=second");
run("Translate...", "x=3 y=1 interpolation=None");
run("Add Specified Noise...", "standard=0.02");
selectWindow("series");
run("Duplicate...", "title=third");
run("Translate...", "x=6 y=2 interpolation=None");
run("Add Specified Noise...", "standard=0.02");
run("Concatenate...", "title=[a series] image1=series image2=second image3=third");
run("Optimize Time Series...", "lattice=SrTiO3-001 frame_interval=0.5 output_folder=[" + output + "]");
