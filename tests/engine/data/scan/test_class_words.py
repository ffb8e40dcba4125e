"""What names of folders propose: words in several languages, and the folder that decides."""

import pytest

from engine.data.scan.class_proposals import proposals
from engine.data.scan.class_words import saying


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            "real",
            "real|0_real|REAL|RealPhotos|nature|Echte Fotos|Kamera A|ffhq|CelebA-HQ|imagenet|coco2017|lsun_bedroom",
        ),
        (
            "real",
            "Originalbilder|original_sequences|authentic|pristine|genuine|réel|vrai|imágenes reales|真实图片|实拍",
        ),
        ("fake", "1_fake|fakes|AI|KI-Bilder|KIBilder|ai_generated|synthetic|DeepFakes|künstlich erzeugt|gefälscht"),
        ("fake", "StyleGAN2-ada|ProGAN|biggan|stargan|gaugan|sdv1.4|SDv4|sd14|SDXL|stable-diffusion-xl|Midjourney v6"),
        ("fake", "DALL-E 3|dalle2|glide|ADM|VQDM|wukong|flux.1-dev|Firefly|Imagen|faux|generadas por IA|AI生成|伪造"),
        ("fake", "stylegan_ffhq|fake_celeba|KI-Fotos|imagenet_ai_0419_biggan|glide_coco|RealVisXL"),
        ("both", "real_vs_fake|Echt und falsch|original + deepfake"),
        (None, "unreal|UnReal Engine|surreal|photo-real|not_real|kein KI|非真实|realsense|RealESRGAN_x4|SD-Karte"),
        (None, "train|cats|upscaler|mail|domain|praise|sand|0|1|2_partial|gantry|images|Bilder|Celeb-DF-v2|true|false"),
    ],
)
def test_what_a_name_says(kind: str | None, names: str) -> None:
    assert {name: saying(name).kind for name in names.split("|")} == dict.fromkeys(names.split("|"), kind)


@pytest.mark.parametrize(
    ("folders", "proposed"),
    [
        ("Echte Fotos/Kamera A|KI-Bilder/upscaler", {"Echte Fotos": "real", "KI-Bilder": "fake"}),
        ("train/nature|train/ai", {"train/nature": "real", "train/ai": "fake"}),
        ("sdv4/train/nature|sdv4/train/ai|x", {"sdv4/train/nature": "real", "sdv4/train/ai": "fake"}),
        ("stylegan/ffhq|stylegan/lsun|coco", {"stylegan": "fake", "coco": "real"}),
        ("photos/midjourney|photos/flux|cats", {"photos/midjourney": "fake", "photos/flux": "fake"}),
        ("Echt/gefälscht|Echt/Kamera|dogs", {"Echt": "both"}),
        ("real_vs_fake/x|real_vs_fake/echt|y", {"real_vs_fake/echt": "real"}),
        ("echt oder falsch|y", {"echt oder falsch": "both"}),
        ("AI set/a|AI set/b", {}),  # holds everything
        ("KI-Bilder", {"KI-Bilder": "fake"}),
        ("unreal|surreal", {}),
    ],
)
def test_the_highest_folder_that_decides(folders: str, proposed: dict[str, str]) -> None:
    found = proposals([tuple(path.split("/")) for path in folders.split("|")])
    assert {"/".join(parts): kind for parts, kind in found.items()} == proposed


def test_a_folder_with_something_decided_in_it_is_not_proposed_as_a_whole() -> None:
    assert proposals([("AI set", "extra", "flux")], [("AI set", "real"), ("cats",)]) == {
        ("AI set", "extra", "flux"): "fake"
    }


def test_one_of_several_roots_may_be_a_class_itself() -> None:
    assert proposals([("a",), ("b",)], root="Midjourney") == {(): "fake"}
