// Finds atoms with given parameters, which mean what scikit-image's blob_log means by them.
run("Open Sample", "sample=ybco-noise0.1");
run("Find Atoms...", "contrast=bright normalization=min-max min_sigma=3 max_sigma=6 num_sigma=10 threshold=0.04 threshold_rel=0 overlap=0.5 log_scale=false exclude_border=0 output_folder=[]");
