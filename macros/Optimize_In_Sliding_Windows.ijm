// The figure of docs/windows.md: silicon, brighter and noisier to the right, searched window by
// window. The tables, maps and windows.png go to a folder in the home directory.
output = getDirectory("home") + "reward-analysis-windows";
run("Simulate Image...", "lattice=Si-110 width=512 height=512 pixel_size=0.01 column_sigma_min=0.035 column_sigma_max=0.035 thickness_gradient=0.6 noise=0.4 noise_gradient=0.95 seed=1");
run("Optimize In Sliding Windows...", "lattice=Si-110 window_size=0 stride=0 output_folder=[" + output + "]");
