"""Makes the reference cases of this folder: python3 make_gaussian.py, in the folder.

scipy.ndimage.gaussian_filter, mode 'reflect' (the edge pixel repeated), double precision.
input.csv      31 x 23 px, uniform random numbers from 90 to 110, one row of pixels a line
missing.csv    1 where the pixel is left out, else 0
sigma_S.csv    blurred by S px, truncate 4 (scipy's default) below S = 8, truncate 12 from there on
normalised_S.csv  (input x kept) blurred over (kept) blurred, 0 where left out
"""
import numpy as np
import scipy
from scipy.ndimage import gaussian_filter

rng = np.random.default_rng(20)
image = rng.uniform(90, 110, (23, 31)).round(3)
missing = np.zeros(image.shape, int)
missing[4:8, 10:17] = 1
missing[:, 0] = 1
missing[20, 25] = 1
kept = 1.0 - missing


def write(name, values, fmt='%.12g'):
    np.savetxt(name + '.csv', values, fmt, ',', header='scipy %s' % scipy.__version__)


write('input', image)
write('missing', missing, '%d')
for sigma in (0.8, 2.5, 7.5, 12.0, 25.0):
    blur = lambda v: gaussian_filter(v, sigma, mode='reflect', truncate=4 if sigma < 8 else 12)
    write('sigma_%s' % sigma, blur(image))
    write('normalised_%s' % sigma, kept * blur(image * kept) / blur(kept))
