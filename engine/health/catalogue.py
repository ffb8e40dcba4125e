"""Every health rule in words: what it means, what is behind it, what to do; for alerts, tooltips, help and README."""

from engine.health.machine_catalogue import MACHINE_CATALOGUE
from engine.health.rule import Rule
from engine.health.step_catalogue import STEP_CATALOGUE

VALIDATION_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "no_signal",
        "No signal",
        "warning",
        "Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.",
        "The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are "
        "not in the images (resizing destroys them).",
        "Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels "
        "(alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.",
        "Three evaluations in a row.",
    ),
    Rule(
        "labels_swapped",
        "Labels look swapped",
        "error",
        "Validation AUC is well below 0.5: images are told apart, but the wrong way round.",
        "Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own "
        "training.",
        "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).",
        "Two evaluations in a row; of the teacher, its check before training.",
    ),
    Rule(
        "teacher_outrun",
        "Teacher outrun",
        "info",
        "On validation the student is better than the teacher that it imitates, by more than chance explains.",
        "The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.",
        "Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators "
        "that neither has seen, imitation may still pay.",
        "Two evaluations in a row.",
    ),
    Rule(
        "oscillation",
        "Oscillation",
        "warning",
        "Validation AUC goes up and down by more than chance explains, instead of rising.",
        "The learning rate is too high for the last stretch, or there are few validation images.",
        "Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).",
        "The last five evaluations.",
    ),
    Rule(
        "statistics_lag",
        "Statistics lag",
        "warning",
        "The student scores images differently in training and in evaluation, so what is evaluated is not what was "
        "trained.",
        "The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.",
        "Average the statistics over more training batches before each validation (statistics_batches), and use larger "
        "batches (batch_size).",
        "Two evaluations in a row, each over up to 8 training batches.",
    ),
)
CHECK_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "teacher_weak",
        "Weak teacher",
        "error",
        "On the validation images the teacher itself is hardly better than chance.",
        "Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.",
        "Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get "
        "enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); or "
        "choose a teacher that was trained on such images.",
        "All validation images, before training.",
    ),
    Rule(
        "teacher_constant",
        "Constant teacher",
        "error",
        "The teacher gives every patch of every image the same logit: there is nothing to imitate.",
        "The checkpoint is untrained or damaged, or does not fit its input filter.",
        "Choose another teacher checkpoint, or train from labels only (alpha_distill 0).",
        "The teacher's patch logits on the images that it is calibrated on.",
    ),
    Rule(
        "teacher_range",
        "Teacher's range too wide",
        "warning",
        "The teacher's patch logits span a range that no student can follow, and they are imitated as they are.",
        "Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.",
        "Switch scale matching on (enable_scale_matching).",
        "The teacher's patch logits on the images that it is calibrated on.",
    ),
    Rule(
        "teacher_calibration",
        "Calibration costs the teacher",
        "warning",
        "The targets that the student imitates tell real from fake less well than the teacher itself does.",
        "The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.",
        "Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another "
        "calibration.",
        "The training images that the teacher is calibrated on.",
    ),
    Rule(
        "teacher_variant",
        "Teacher fed in another way than it was trained",
        "warning",
        "With another input filter or normalisation the same teacher tells real from fake clearly better, or its first "
        "layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.",
        "The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained "
        "with. What reaches its first layer does not fit what that layer remembers of its training.",
        "Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).",
        "A sample of the validation images, before training.",
    ),
    Rule(
        "data_imbalance",
        "Classes out of balance",
        "warning",
        "One class has far fewer training images than the other, or validation took far more or less of a class than "
        "was asked for.",
        "The folders hold that many more images of one class; or they show so few photographs, videos or other groups "
        "that validation, which never tears one apart, cannot take just its share.",
        "Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each "
        "class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose "
        "validation images yourself.",
        "All training images that were found, and how many of them went to validation.",
    ),
    Rule(
        "data_one_class",
        "One class only",
        "error",
        "A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.",
        "The other class's folder is empty or is named in a way that is not understood.",
        "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add "
        "the missing images.",
        "All images that were found.",
    ),
    Rule(
        "data_duplicates",
        "Duplicates across splits or classes",
        "warning",
        "Some validation or test images are exact copies of images of an earlier set, or by their names show what a "
        "training image shows (a real photograph and its imitation, tiles of a photograph, frames of a video), so "
        "results look better than they are; or some pictures are both among the real and the fake images, which "
        "teaches a contradiction.",
        "The same pictures were put into more than one folder, or images were dealt to the sets one by one.",
        "Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images "
        "that show the same into one set, or give one folder without train, val and test: validation is then split off "
        "so that they stay together. Where equal names mean different pictures, nothing is wrong.",
        "All images that were found, compared by content and by name.",
    ),
    Rule(
        "data_shortcut",
        "The files give the label away",
        "warning",
        "Real and fake files can be told apart by format, quality, size or metadata, without looking at the pictures.",
        "The two classes come from different places or were saved differently. The student can learn the traces of "
        "that instead of those of generation, and then fails on other pictures although validation AUC is high.",
        "Save both classes in the same way (same format, quality and size), or make them alike in training: "
        "JPEG augmentation (jpeg_probability) and crops (view). Then judge on images that were saved alike.",
        "The format, quality, size and metadata of the training files, before training.",
    ),
    Rule(
        "data_unreadable",
        "Unreadable images",
        "warning",
        "Some files cannot be read as images and are left out.",
        "They are truncated, empty, too large, or not images.",
        "Look at the list and replace or remove those files.",
        "All images that were found, and again those that fail while they are used.",
    ),
)
RULES: tuple[Rule, ...] = (*STEP_CATALOGUE, *VALIDATION_CATALOGUE, *CHECK_CATALOGUE, *MACHINE_CATALOGUE)
_BY_NAME = {rule.name: rule for rule in RULES}


def rule_named(name: str) -> Rule:
    """The rule of an alert; KeyError for a name that is none."""
    return _BY_NAME[name]
