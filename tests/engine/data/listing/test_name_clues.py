"""File names as cameras, generators and data sets make them, and what each says of its picture."""

import pytest

from engine.data.listing.name_clues import NameReader, is_serial, video_ids


@pytest.mark.parametrize(
    ("stem", "picture", "photograph", "series"),
    [
        ("bridge-0000-0096", "bridge-0000-0096", "bridge", "bridge"),
        ("bridge_x0y96", "bridge_x0y96", "bridge", "bridge"),
        ("old bridge_r1_c2", "old bridge_r1_c2", "old bridge", "old bridge"),
        ("bridge_tile_7", "bridge_tile_7", "bridge", "bridge"),
        ("bridge-0000-0096_sd15", "bridge-0000-0096", "bridge", "bridge"),
        ("cat001", "cat001", "", "cat001"),
        ("cat001_sd", "cat001", "", "cat001"),
        ("CAT001-StyleGAN2", "cat001", "", "cat001"),
        ("cat001_painter", "cat001", "", "cat001"),  # a source of the list below
        ("IMG_0001", "img_0001", "", "img"),
        ("IMG_0001_fake", "img_0001", "", "img"),
        ("fake_IMG_0001", "img_0001", "", "img"),
        ("IMG_0001 (2)", "img_0001", "", "img"),
        ("IMG_0001 - Copy", "img_0001", "", "img"),
        ("real_00017", "00017", "", "00017"),
        ("fake_00017", "00017", "", "00017"),
        ("DSC01234", "dsc01234", "", "dsc01234"),
        ("00001", "00001", "", "00001"),
        ("photo3_12", "photo3_12", "", "photo3"),
        ("n01440764_10026", "n01440764_10026", "", "n01440764"),
        ("clip07_0012", "clip07_0012", "clip07", "clip07"),
        ("video3_frame12", "video3_frame12", "video3", "video3"),
        ("frame_0012", "frame_0012", "", "frame"),
        ("IMG_20230101_120000", "img_20230101_120000", "20230101_120000", "20230101_120000"),
        ("IMG_20230101_120000_BURST002", "img_20230101_120000_burst002", "20230101_120000", "20230101_120000"),
        ("0IMG_0_BURST20180101120000_COVER", "0img_0_burst20180101120000_cover", "20180101120000", "20180101120000"),
        ("fake", "fake", "", "fake"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_clues_of_a_name(stem: str, picture: str, photograph: str, series: str) -> None:
    assert NameReader(("painter",)).read(stem) == (picture, photograph, series)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("000", ("000",)),
        ("000_003", ("000", "003")),
        ("000_003_0001", ("000", "003")),
        ("000_0001", ("000",)),
        ("id0_0004_00012", ("id0",)),
        ("id0_id16_0004_00012", ("id0", "id16")),
        ("bridge-0000-0096", ()),
        ("cat", ()),
    ],
)
def test_ids_of_videos(name: str, ids: tuple[str, ...]) -> None:
    assert video_ids(name) == ids


@pytest.mark.parametrize("folder", ["video3", "000_003", "00000", "id12", "2024", "batch 2", "Clip-7"])
def test_folders_that_count(folder: str) -> None:
    assert is_serial(folder)


@pytest.mark.parametrize("folder", ["sd14", "stylegan2", "Deepfakes", "sdxl", "midjourney v5", "cats"])
def test_folders_that_name_something(folder: str) -> None:
    assert not is_serial(folder)
