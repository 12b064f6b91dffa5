"""The autoencoder without invariance in PyTorch, trained on the patches that LatentBenchmark wrote.

Usage: python3 latent_torch.py FILE
"""
import sys
import time

import numpy as np
import torch

torch.set_num_threads(1); torch.manual_seed(1)
X=np.fromfile(sys.argv[1],dtype='>f4').astype(np.float32).reshape(1500,576)
X=torch.tensor(X); L=torch.nn.Linear
class V(torch.nn.Module):
    def __init__(s):
        super().__init__()
        s.e=torch.nn.Sequential(L(576,128),torch.nn.Tanh(),L(128,128),torch.nn.Tanh()); s.m=L(128,2); s.s=L(128,2)
        s.d=torch.nn.Sequential(L(2,128),torch.nn.Tanh(),L(128,128),torch.nn.Tanh(),L(128,576))
v=V(); o=torch.optim.Adam(v.parameters(),1e-3); t=time.time(); F=torch.nn.functional
for e in range(40):
    acc=0
    for b in torch.randperm(1500).split(100):
        x=X[b]; h=v.e(x); m=v.m(h); s=F.softplus(v.s(h))+1e-6; z=m+s*torch.randn_like(m)
        rec=F.binary_cross_entropy_with_logits(v.d(z),x,reduction='sum')/len(b); kl=((m*m+s*s-1)/2-s.log()).sum()/len(b)
        l=rec+kl; o.zero_grad(); l.backward(); o.step(); acc+=float(l)*len(b)/1500
    if e in (0,1,9,19,39): print(e+1,'%.1fs'%(time.time()-t),-acc,float(rec),float(kl))
