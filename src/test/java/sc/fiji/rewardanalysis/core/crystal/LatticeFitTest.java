package sc.fiji.rewardanalysis.core.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.Progress;

class LatticeFitTest {

	static void say(String s, TrueCrystal c, LatticeFit fit) {
		System.out.println(s + " atoms " + c.atoms.size() + " grains " + fit.grains().size() +
					" indexed " + fit.count(IndexedAtom.Status.INDEXED) + " t " + fit.grains().get(0).fit().vectors() +
					" sigma " + fit.grains().get(0).fit().sigma() + " islands " + fit.grains().get(0).islands() + " contr " + fit
						.grains().get(0).contradictions() + " right " + c.rightlyNumbered(fit, 0));
	}

	@Test
	void scratch() {
		for (final double A : new double[] {8, 12}) for (final String name : Lattices.names()) try {
			long t = System.nanoTime();
			say(name + " drift", new TrueCrystal(name, 1024, 1024).fill(13, (x, y) -> new double[] { A * Math.sin(y / 250) , A * Math.cos(x / 220) + 0.02 * y}, 0.08 * Lattices.get(name).nearestDistance() / TrueCrystal.PIXEL, 2), new TrueCrystal(name, 1024, 1024).fill(13, (x, y) -> new double[] { A * Math.sin(y / 250) , A * Math.cos(x / 220) + 0.02 * y }, 0.08 * Lattices.get(name).nearestDistance() / TrueCrystal.PIXEL, 2).fit());
			System.out.println((System.nanoTime() - t) * 1e-9);
		} catch (Exception e) { e.printStackTrace(System.out);}
		TrueCrystal c = new TrueCrystal("SrTiO3-001", 600, 600);
		c.fill(10, (x, y) -> new double[] { x < 300 ? 0 : 1e6, 0 }, 0.3, 3);
		int n1 = c.atoms.size();
		c.fill(31, (x, y) -> new double[] { x >= 303 ? 0 : 1e6, 0 }, 0.3, 4);
		LatticeFit f = c.fit();
		say("grains", c, f);
		int[][] conf = new int[2][4];
		for (int i = 0; i < c.atoms.size(); i++) conf[i < n1 ? 0 : 1][1 + f.indices().get(i).grain()]++;
		System.out.println(java.util.Arrays.deepToString(conf) + f.grains().size() + " right2 " + (f.grains().size() > 1 ? c.rightlyNumbered(f, 1) : 0));
		TrueCrystal big = new TrueCrystal("SrTiO3-001", 3200, 3200).fill(13, (x, y) -> new double[2], 0.5, 2);
		for (int k = 0; k < 3; k++) {
			long t = System.nanoTime();
			LatticeFit bf = big.fit();
			long t2 = System.nanoTime();
			LatticeAnalysis a = LatticeAnalysis.of(big.atoms, null, big.area(), null, LatticeSettings.of(big.lattice, TrueCrystal.PIXEL), Progress.NONE);
			long t3 = System.nanoTime();
			System.out.println(big.atoms.size() + " " + (t2 - t) * 1e-9 + " all " + (t3 - t2) * 1e-9 + " defects " + a.defects().size());
			LatticeMaps.of(a, 3200, 3200, big.area(), Progress.NONE);
			System.out.println("maps " + (System.nanoTime() - t3) * 1e-9);
		}
	}
}
