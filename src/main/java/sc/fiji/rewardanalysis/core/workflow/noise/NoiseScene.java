package sc.fiji.rewardanalysis.core.workflow.noise;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;

/**
 * What every method may know of an image besides its pixels.
 *
 * @param area where atoms are looked for, px
 * @param settings the crystal, the pixel size, the normalisation
 * @param physics what is expected
 * @param optimum what LoG* picked in the image without added noise; null while that is not known
 */
public record NoiseScene(Area area, AtomFindingSettings settings, AtomPhysics physics,
	LogParameters optimum)
{

	public NoiseScene {
		Checks.given("area", area);
		Checks.given("settings", settings);
		Checks.given("physics", physics);
	}

	/** How atoms stand out. */
	public Contrast contrast() {
		return settings.preparation().atoms() == Atoms.DARK ? Contrast.DARK : Contrast.BRIGHT;
	}
}
