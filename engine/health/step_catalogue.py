"""The words of the rules over reported steps."""

from engine.health.rule import Rule

STEP_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "loss_explosion",
        "Loss explosion",
        "error",
        "The loss is far above what it was a moment ago, or above any useful size.",
        "The learning rate is too high, or raw teacher logits of a huge range are imitated.",
        "Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale "
        "matching (enable_scale_matching) and the KL loss (use_kl_loss) on.",
        "The newest report, against the median of the window before it (50 steps).",
    ),
    Rule(
        "not_finite",
        "Not a number",
        "error",
        "A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.",
        "Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.",
        "One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning "
        "rate, and switch mixed precision (amp) off.",
        "Every step; those of the last window (50 steps) count together.",
    ),
    Rule(
        "mode_collapse",
        "Mode collapse",
        "error",
        "The student gives every patch of an image nearly the same logit: its map has become a constant.",
        "A constant answer was the easiest way to a small loss, often after a learning rate that was too high.",
        "Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning "
        "rate; if the map stays constant, start again from new weights, or from another student.",
        "Two reports in a row.",
    ),
    Rule(
        "gradient_explosion",
        "Gradient explosion",
        "warning",
        "The gradient is very long before it is clipped, and stays so.",
        "The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.",
        "Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching "
        "(enable_scale_matching) on.",
        "Three reports in a row.",
    ),
    Rule(
        "gradient_vanishing",
        "Gradient vanishing",
        "warning",
        "The gradient is practically zero while the loss is not, so the weights cannot improve.",
        "The trained layers are dead or saturated, or everything that the loss depends on is frozen.",
        "Check what is trained (trainable), raise the learning rate, or start again from other weights.",
        "Two reports in a row.",
    ),
    Rule(
        "clipping_dominates",
        "Clipping dominates",
        "info",
        "Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.",
        "The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more "
        "slowly than its learning rate says.",
        "With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done "
        "while validation AUC rises.",
        "Every step of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "saturation_student",
        "Student saturated",
        "warning",
        "Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.",
        "The student imitates raw teacher logits, or the learning rate is too high.",
        "Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), "
        "lower the learning rate.",
        "Three reports in a row.",
    ),
    Rule(
        "saturation_teacher",
        "Teacher saturated",
        "warning",
        "Many of the teacher's patch logits are huge, and they are imitated as they are.",
        "Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.",
        "Switch scale matching on (enable_scale_matching).",
        "Two reports in a row.",
    ),
    Rule(
        "learning_rate_small",
        "Learning rate too small",
        "warning",
        "The weights hardly move, however high their learning rate is now: the stage will end near where it began.",
        "The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.",
        "Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are "
        "the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).",
        "Before the stage, how far all its steps can lead random weights; then the way since the stage began or over "
        "1,000 steps, once a window (50 steps) passed at full learning rate.",
    ),
    Rule(
        "learning_rate_jump",
        "Learning rate jumps",
        "warning",
        "Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may "
        "fall before it rises.",
        "Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more "
        "epochs cosine rises again, as the stage is then not at its end.",
        "If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at "
        "the rate that it ended with. Or set warm-up and schedule back.",
        "When a stage goes on with changed settings: more than a fifth up or down.",
    ),
    Rule(
        "silent_term",
        "Silent loss term",
        "warning",
        "A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.",
        "It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its "
        "target.",
        "Check the teacher and the data; if the term is not wanted, set its weight to 0.",
        "Every report of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "data_one_class_batches",
        "One-class batches",
        "warning",
        "Many batches hold real images only or fake images only, so that steps pull the decision to and fro.",
        "The batches are very small, or one class is rare.",
        "Use larger batches (batch_size), or add images of the rarer class.",
        "Every batch of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "loader_slow",
        "Loading is the bottleneck",
        "info",
        "Most of the time is spent waiting for images to be read and decoded.",
        "A slow or remote disk, large pictures, or too little memory for decoded ones.",
        "Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them "
        "smaller.",
        "The time of a whole window (50 steps, at least 5 reports).",
    ),
)
