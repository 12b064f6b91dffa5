// Opens a simulated image of YBa2Cu3O7 seen along a.
run("Open Sample", "sample=ybco-noise0.1");
