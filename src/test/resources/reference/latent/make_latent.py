"""Reference values of scikit-image's bilateral filter and Scharr magnitude.

Run with Debian's python3 (scikit-image 0.19.3):
    python3 make_latent.py > filters.csv

Rows: name, then the image row by row. The spatial weights of denoise_bilateral are a table of
(n + 1)^2 read as one of n^2 (n = 31 here), which moves the result; "bilateral" has the table
replaced by one of n^2, "skewed" is the function as it is.
"""
import numpy as np
import skimage.restoration._denoise as denoise
from skimage.filters import scharr
from skimage.restoration import denoise_bilateral

HEIGHT, WIDTH = 9, 12
rng = np.random.default_rng(8)
image = np.zeros((HEIGHT, WIDTH))
image[:, 5:] = 0.6
image += 0.1 * rng.random(image.shape)
image = (image - image.min()) / (image.max() - image.min())


def right(win_size, sigma, *, dtype=float):
    offsets = np.arange(win_size) - win_size // 2
    distances = np.hypot(*np.meshgrid(offsets, offsets, indexing="ij"))
    return np.exp(-0.5 * distances**2 / sigma**2).ravel().astype(dtype)


def row(name, values):
    print(name + "," + ",".join(repr(float(v)) for v in np.ravel(values)))


row("image", image)
row("scharr", scharr(image))
row("skewed", denoise_bilateral(image, sigma_color=None, sigma_spatial=5))
wrong = denoise._compute_spatial_lut
denoise._compute_spatial_lut = right
row("bilateral", denoise_bilateral(image, sigma_color=None, sigma_spatial=5))
row("narrow", denoise_bilateral(image, sigma_color=0.3, sigma_spatial=1.5))
row("length", [np.sum(scharr(denoise_bilateral(image, sigma_color=None, sigma_spatial=5)))])
