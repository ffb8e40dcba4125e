<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>PatchDistill</name>
    <message>
      <source>"{name}" cannot be resumed: it has no checkpoint to go on from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>"{name}" has changes that are not saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>"{name}" has finished, and Set-up holds no change that would train it further.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>"{name}" names places on other computers: {places}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>"{student}" has a student: try it on pictures of yours, or take it away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>(as set)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>(changed; the preset has {value})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>(no source)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>+{logit:.1f}, fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, best AUC {auc:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, best validation AUC {auc:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 patch logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&lt;b&gt;{kind}&lt;/b&gt; (label {label})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A constant answer was the easiest way to a small loss, often after a learning rate that was too high.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A constant map is then no longer the easiest way to a small loss.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file could not be written because the disk is full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A learning rate of 1 from the first step, which throws the activations to 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A learning rate of 10 from the first step, without clipping.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A program for PyTorch: picture in, score and patch map out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run is going on, and there is one at a time. Stop it first, or wait until it has finished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run is going on, and would be measured with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run is going on. Stop it and close PatchDistill?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run is going on: what it uses stands on the page Run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run is using them. They can be emptied when it has ended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run that is going on continues; what it saved is safe. If the window behaves oddly, stop the run (it saves) and start the program again. Show Details has the report for the developers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run that is going on keeps its name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A run that was going on can be resumed from its last checkpoint: it is among the earlier runs. If this happens again, create a support file and pass it on. The report is in {report}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A screen pixel for every pixel of the picture (1)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A slow or remote disk, large pictures, or too little memory for decoded ones.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A soft wall against huge patch logits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A step that was too long is a common reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A teacher below this on validation is refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A tenth of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A tenth of the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A third of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A third of the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A trained LaDeDa (.pth or .safetensors). The architecture is recognised from the file. One that is at chance on your images may be fitted to them (command fit-teacher). Leave empty only with alpha_distill 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A trial with few labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AP</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC (95 %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC at which format, quality, size and metadata of the files tell the label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC by number of parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC on {images:,} of the validation images: {tried}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images; its teacher's is {teacher}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC {before:.4f} before, {after:.4f} after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC {source}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About PatchDistill</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Above it lie {pictures}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept a weak teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accumulate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracies are of decisions at logit 0. Those of the threshold are under Decisions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Acts when patch logits become huge.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Acts when the student's map turns into a constant.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AdamW</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add CSV…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a folder of pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose validation images yourself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add pictures…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add present settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add to queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add {runs}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added epochs then go on at the rate that it ended with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Advanced settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>After each chosen run the same from labels only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreement with the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All figures (CSV)…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An allocation failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>And {things} more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Animations and files of several pictures, whose first one is used: {count:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another run is going on, and there is one at a time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another window or program is running it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area under the ROC curve of the student.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As it counts in the sum (part x weight).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the teacher about a sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the teacher once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least the usual learning rates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least {low}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At most the usual learning rates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At none of these rates did the loss fall. Check the teacher and the labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At the present ones the weights hardly move.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At the threshold that validation chose: {probability} fake (logit {logit}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audited on the validation images; saves little for so small a network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average precision of the student.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average the statistics over more training batches before each validation (statistics_batches), and use larger batches (batch_size).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average the weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Averaged weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the current run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the last run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the run that is going on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bad steps allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batch size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batches for BatchNorm statistics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batches or images are too large for this card, or other programs use it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batches whose gradients are added before a step.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before every validation and checkpoint the statistics are averaged anew over this many training batches: the published momentum of 0.001 lags far behind.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin another run from these settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Beside each run the same from labels only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best validation AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f} (stage {stage}, epoch {epoch})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blur</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bound on every single gradient value, applied before the norm is clipped. 0 switches it off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bound on the length of the whole gradient. 0 switches it off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Boxes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bring them back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Browse for {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Browse…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By a folder above, or by its name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CPU</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CPU threads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CSV files (*.csv);;All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CUDA GPU</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CUDA graphs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CUDA out of memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cache folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Caches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calibration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calibration costs the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calibration error: {before} as trained, {after} calibrated; 0 is best.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Called fake above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cause.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed in Set-up since it was started:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed while it ran.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes allowed, per warning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Channels of the student; 8 is the published Tiny-LaDeDa with 1,297 parameters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the teacher and the data; if the term is not wanted, set its weight to 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check what is trained (trainable), raise the learning rate, or start again from other weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checkpoints ({endings});;All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose CSV files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a checkpoint</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder of images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder with real and fake images, and compare: where the two differ most comes first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a teacher above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a teacher checkpoint first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a teacher first, on the page Networks, and a weight of imitation above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another teacher checkpoint, or train from labels only (alpha_distill 0).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose images in Set-up and press Start, or see how it works with the images that come with the program. Curves, warnings and progress appear here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose its weights, or open a run from Runs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose training images first, on the page Images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose training images: what is found in them is shown here, to be confirmed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose which figure is compared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose which plots are shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chosen by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chosen here; holds for the folders in it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes of folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes of the folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes out of balance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Click to show or hide.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clip each gradient at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clip the gradient's norm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clip the gradient's norm at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clipping dominates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clipping dominates above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close programs that have files in it open, or delete the folder in the file manager.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the comparison</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close this run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close-up of the patch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close-up of the pixels at the mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Closing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collapse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collapse below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collapse, share of teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours of the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compares the pattern of the two maps, whatever their scale; relative to the imitation weight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compares the two maps' means as odds of fake: the teacher's verdict on the image, which counts most where labels are few; relative to the imitation weight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computer suspended</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computing features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Constant teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Control run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the selected rows, or all that are shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Corrupt images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create support file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create support file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crops at native resolution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crops at native size keep what is as fine as single pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cross-entropy with the labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Curves appear here with the first steps of training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Curves, warnings and progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark text on a light ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decay of a running average of the weights, which is then what is validated and kept. It begins low and rises with the steps, so that the first weights are soon forgotten. 0 switches it off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decides order, augmentation and first weights; the same seed gives the same run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decisions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decoded images and teacher maps are kept here for the next run. Empty: the system's folder for such files. Choose a disk of this computer, not one on the network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decoded images and teacher maps are kept on disk, so that the next run starts sooner. They hold nothing that cannot be made again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decoded pictures kept in memory, so that they are read once. 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decoded pictures kept in the cache folder, for what memory cannot hold and for the next run. A picture of 256 x 256 pixels takes 0.2 MB. 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Default</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Degradations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Demo from labels only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Device of this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Difference</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Difference between the two maps' patterns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Difference is student minus teacher. Point at a map to read its values.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk for decoded images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk for teacher maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk low</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk low below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance to the teacher's answer on the whole image.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance to the teacher's patch logits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do what is left of the queue, one run after the other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do what waits after the run that is going on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do what waits, one run after the other, from the top.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Down to the usual learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draw the mean over several reports.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop a folder with real and fake images below, or add one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop folders or CSV files here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop pictures or folders here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop pictures, folders and checkpoints on their fields in its window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicates across splits or classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>During a run, of larger pictures the middle piece of this size is judged, as each validation looks at all of them. Scores, Inspect and exports always judge the whole picture.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>EER</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each batch then stands better for all images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each failure is switched on in a small run of the demo, in a folder of its own that is deleted afterwards. Your images and runs are not touched. All drills together take some minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each is then decoded once, not every epoch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each picture has so many versions, drawn once from the seed, each mirrored or not; epochs take them in turn. They are kept on disk, and the teacher is asked about each once: full speed returns after as many epochs. 0 draws anew in every epoch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each run gets a folder of its own here. Empty: PatchDistill in your documents.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier run: not finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier run: {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier runs: reopen, compare, resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Early stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty the caches?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty the caches…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enlarge the page file (System &gt; About &gt; Advanced system settings &gt; Performance &gt; Advanced &gt; Virtual memory), close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb). Then resume the run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs as long as with all pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs between validations.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more epochs cosine rises again, as the stage is then not at its end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Equal error rate; lower is better.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Error 1455 where the next batch of images is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluations in a row.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluations looked at.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Even if it hardly tells real from fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Even if it was kept while the run was ill</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every combination of the values is trained with every seed, otherwise with the present settings of Set-up. Runs that the study has already are not added again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every file can be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every folder has its class. Choose again to change one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every setting whose name or help has these words (Ctrl+F)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything on this page is advanced: the values rarely need to be changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evidence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exchange the names of the classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export the best</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export the student of {run}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting and proving {format}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fading of imitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failure</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failure drills</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failure drills…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fed with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Figure that is compared</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Figures of student and teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File dialogs of the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files alone tell real from fake: AUC {score}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files give the label away from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files that are left out, by kind and class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter by words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter by words or #tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter runs by words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter warnings by words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>First step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fixed views</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder names or CSV labels that mean a generated picture (label 1). Compared without regard to case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder names or CSV labels that mean a real photograph (label 0). Compared without regard to case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of labelled images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of the caches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder to export to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders and their classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders of any layout, or CSV files with the column path: pictures of which nobody says real or fake. The teacher is asked about them, and the student learns what it says; their folders' names mean nothing. What is among the training, validation or test images already is left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders or CSV files for validation. Leave empty when the training folder has a val folder, or to split images off: what shows the same picture, photograph or video stays together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders or CSV files that are evaluated once at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folders or CSV files. Layouts that are understood: train|val|test/[source/]real|fake, class folders at any depth, or a CSV with path and label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Follow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Follow the latest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For PyTorch; the published Tiny-LaDeDa code loads it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Formats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forty training images are cut in the middle.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Four times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Four times the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Frame the suspicious regions (numbers) and patches (letters)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space. A run that could not write ends; what was saved before stays good, and it can be resumed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From images to a detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From images to a student, a step at a time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From picture to input</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From {low} to {high}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>GPU memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>GPU memory full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the run another name, tags and a note.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale matching (enable_scale_matching) and the KL loss (use_kl_loss) on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on after this run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with a paused or stopped run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with a run that was stopped, failed or interrupted, or train a finished one further.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with the run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with these changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to where the selected warning was seen (Enter or double-click).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient explosion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient explosion above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient norm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient norm before clipping.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient vanishing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient vanishing below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guide to this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Half the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Half the memory on a CUDA device; no effect on a CPU.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Half-precision numbers overflow early.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Health rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Held out for the test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hides the other labels from training, as if those images were pictures without labels: a trial of how few labels would do. Leave it at 1 to train for use, and choose pictures without labels above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Highest quality</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Histogram of the teacher's patch logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hold after this run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hold the run after the current batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How good the student is appears here after its first validation, and in full when the run has ended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How good the student is: figures, decisions, curves, mistakes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often an automatic run changes its settings because of the same kind of warning.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often an automatic run goes back to its last healthy state before it stops.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How patch logits become the image's logit: all of them, or the k largest. Where whole pictures are generated, mean learns most; topk_mean and topk_max are meant for pictures of which a part is fake.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How pixels are scaled before the filter. auto: what the checkpoint says, otherwise ImageNet's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How raw teacher logits become targets in [-6, 6]. auto takes the simplest that keeps the teacher's AUC.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How small may it be?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How small resizing makes a picture, as a share of its sides; drawn evenly from here to 15/16, in sixteenths.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How the run stands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If a newer version of PatchDistill made this run, open it with that. {remedy}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If it collapses from every healthy state.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at the rate that it ended with. Or set warm-up and schedule back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If that student is a constant itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image {number}, cell {column}, {row}: teacher {teacher:+.2f}, student {student:+.2f}, difference {difference:+.2f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image {number}, fake.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image {number}, real.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ImageNet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ImageNet, times 2/3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images and a teacher are all that Start needs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images and teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images are chosen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images by split, source and class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images for calibration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images for the solver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images looked at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images per step. Lower it when memory runs out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Images: {truth}, {said}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Imitation may drown what the labels say.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Imitation that stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incidents kept, per warning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Input size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inspect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interrupted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interrupted, goes on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Into Set-up: {remedy}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It brings the teacher's logits into the student's range.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It ended before its first event, or its events.jsonl is damaged: put that back from a copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It finished after {time}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes on from {place}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its target.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has told nothing of its end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It holds versions, logs and, of the run that is shown, settings and last events; no pictures. Folders of users and the names of user and computer were replaced. Look into it before you pass it on: nothing was sent anywhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is still preparing, so there is nothing to save: it would begin anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stopped after {time}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It teaches nothing as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was interrupted; Run the queue goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be stopped and saved, and can be resumed later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its curves, checkpoints and best student go with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its settings stay as they were.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>JPEG</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>JPEG in full colour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judged at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>KL loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), lower the learning rate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep the computer awake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep the newest step in view while the run goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keeps the student's patch logits from becoming a constant.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept awake while a run goes on. A closed lid still suspends it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels look swapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels look swapped below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels outweigh imitation already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language of the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger pictures are skipped: they are most likely decompression bombs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Later validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate jumps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate too high</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate too low</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate too small</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate, backbone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate, head</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least movement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least spread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave the schedule as it was planned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left and Right read figures, plus and minus zoom, Home shows all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Length of the gradient as computed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Length of the gradient that is applied.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Less weight on imitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let chosen entries that failed wait for their turn again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let imitation fade</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators that neither has seen, imitation may still pay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let the run that is going on end, and begin no other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light or dark as the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light text on a dark ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List the runs of another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Listed again, but counted once: {count:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Little memory and page file are left, or an allocation failed already: the run may break off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Little space is left on the disk that holds the run, or a file could not be written already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Load settings from a TOML file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading is the bottleneck</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logarithmic height.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logarithmic height: for figures that span several powers of ten.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Longer steps may leave the flat place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the bound on the gradient (gradient_clip_norm) and at the gradient's norm; where it is practically zero, start again from new weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add the missing images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the labels on the page Images, then tick: These labels are right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the list and replace or remove those files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look for a setting by its name or its help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look for runs again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look into {file}: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for folders…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for what gives the label away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking into {file}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking through the folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking through the folders…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking through the images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss against its running median.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss by learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss explosion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss explosion above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss explosion, times median</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss terms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss that counts as exploded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lower the batch size (batch_size) or the input size, switch mixed precision (amp) on, or close other programs that use the GPU. Then resume the run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching (enable_scale_matching) on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another calibration.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lowest quality</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lowest teacher AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MB</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MP</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make it again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Many batches hold real images only or fake images only, so that steps pull the decision to and fro.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Many of the teacher's patch logits are huge, and they are imitated as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps kept in memory, so that the teacher is asked once about each picture. A map of 256 x 256 pixels takes 2.5 kB. 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps kept in the cache folder, for what memory cannot hold and for the next run with this teacher. A map of 256 x 256 pixels takes 2 kB. 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May fall asleep during a run: Keep the computer awake is off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean logit: teacher {teacher:+.2f}, student {student:+.2f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean logits: above 0 says fake, below 0 real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean of {reports} reports</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean over images of the spread of patch logits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measure speed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measured on the run's images; see above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring for the report card…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring on the run's images…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory and page file that are left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory and page file together are too small for this run and the other programs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory for decoded images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory for teacher maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory low</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory low below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory of this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Messages of a training, what it finds and its errors, the report card and the guide are English, so that files read alike everywhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Minutes between checkpoints inside an epoch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mirror half of the training images left to right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mixed precision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mixed precision off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mode collapse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Momentum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More epochs on resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More memory for decoded images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More weight on labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most of the time is spent waiting for images to be read and decoded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most suspicious patches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move the run "{name}" to the recycle bin?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move the selected runs to the recycle bin, after a question.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to recycle bin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move {count} runs to the recycle bin?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NPR</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NaN in a batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name and notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name and notes, settings, folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name and notes…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the study</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of the fake class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of the real class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nesterov momentum of sgd.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Networks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No change of settings helps here; read above what to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No checkpoint: random weights drawn from the seed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No class was found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No connected part of the picture lies above the decision threshold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No figures yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No image is on the wrong side of the threshold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No images at hand? The demo brings its own, and a teacher. It works offline.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No maps of this validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No patch maps yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No picture is in two splits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No program opens the report card. It is {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No results yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No runs to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No runs yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No signal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No signal at or below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No signal, evaluations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No single batch can then throw the weights far.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No space left where files are written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No student is chosen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No teacher chosen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No warning matches the filter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No warnings so far. While a run goes on, health rules watch its losses, gradients, outputs and scores.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No {things}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody has confirmed yet which folders are real and which are fake.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None that can be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not a number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not all pictures were judged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not measured.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not recognised.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not seen: {kinds}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not seen: {kinds}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not taken over, as it cannot change from there:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing found; try a shorter word</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is running</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing says what it is: choose a class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing stands against it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to judge yet: no step has been reported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was added to the queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing wrong any more: what was noticed was answered and has stayed away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing wrong: losses, gradients, outputs and scores are as they should be.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noticed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notify when a run ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Now {value}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>OK</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ONNX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ONNX in 8 bits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of JPEG and WebP, drawn evenly from here to the highest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of pictures that are cropped for training. whole: validation, test and the teacher's check judge all of a picture, as it will be judged in use. middle: only a crop in its middle, which is faster.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of these images, the share that is saved as JPEG, after all else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Off skips the stage.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On a GPU, a step is started as one piece, which saves time with small batches. Where the card or its driver cannot do that, steps are computed piece by piece.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On or off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the validation images the teacher itself is hardly better than chance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On validation the student is better than the teacher that it imitates, by more than chance explains.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On {images:,} {split} images the two decide alike in {share}. Correlation of image scores: {scores}, of patch maps: {maps}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On: Bernoulli divergence per patch, whose gradient is bounded. Off: squared difference.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On: the teacher's logits are calibrated once to [-6, 6]. Off: raw logits, which may explode the loss.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One HTML file with all of this and more, to keep or pass on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One class has far fewer training images than the other, or validation took far more or less of a class than was asked for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One class only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One of {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One run at a time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning rate, and switch mixed precision (amp) off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One thing stands against starting.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One warning stands in Set-up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One-class batches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One-class batches above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opacity of the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a picture…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open another project in the Project menu; drop pictures, folders and checkpoints on their fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open report card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the guide where it explains this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening the file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening the run…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optimiser</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Options</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or add them. The student says of each how probably it is fake, and from which probability on it is called so is yours to choose. The student is that of the run that is shown; another can be chosen above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or open one. You will see what the student, and its teacher if there is one, say of every patch of it. The networks are those of the run that is shown; others can be chosen above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oscillation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oscillation above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oscillation, evaluations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other computers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other programs take it, or the memory for decoded images and teacher maps is set too high.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise a student is refused that was kept after an error (loss, collapse, numbers that are not finite)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise a student whose AUC is near 0.5 is refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise nothing is written where a file is in the way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Out of use: it acts only when {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome of {format}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Output</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page file exhausted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page file too small</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages of settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part of the run folder's name. Empty: the date and time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passes over the training images (sgd and adamw).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passes over the training images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patch differences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patch logits beyond this are pulled back. Of a given student whose head is kept, beyond what it begins with if that is farther.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patch logits of the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patch view</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill broke down last time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill cannot start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill is open already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill is open already, and takes one project from outside. Not opened: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill made a mistake and could not finish what it was doing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PatchDistill projects ({endings})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patches, log scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patience of plateau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused in {place}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused. {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pausing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pausing after this batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Picture and map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Picture of the plots (PNG)…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Picture under the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures and what the student says of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures are scaled far down, or are smaller than a crop; there is no teacher to ask which view is best.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures as they travel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures judged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pictures without labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixel {column}, {row}: {said}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plot: comparison of runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plot: {plot}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Point at the picture, or move with the arrow keys, to read its patches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Point at the plot to read figures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pooling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prepare a run on the Set-up page, come back and press Add present settings; or let a study make runs with several values of a setting. Run the queue then does them one after the other, also while nobody watches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing the demo's images…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press Look again on the page Images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probabilities of fake. Choose one to look into it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability from which a picture is called fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability from which a picture is called fake, in per cent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability of fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability of fake {probability} (not calibrated), logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability of fake {probability}, logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the comparison</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the drills</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the learning-rate test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the measurement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the teacher check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the trial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress on the taskbar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress: run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress: stage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress: step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposed by its name, or by that of a folder above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Provoke each failure in a small run, and see how it ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pulls weights to zero; never BatchNorm and biases.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put a run with the settings of Set-up at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put a run with these settings at the end of the queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PyTorch weights (.pth)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PyTorch's out-of-memory error in a network's forward pass.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ROC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them smaller.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning rate; if the map stays constant, start again from new weights, or from another student.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random flips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random weights in place of the given student</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Range</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading "{name}"…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the run "{name}"…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the runs…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading what earlier runs have left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Real and fake files can be told apart by format, quality, size, metadata or the traces of JPEG in their pixels, whatever they show.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Real, fake or left out for single folders (of a CSV: for its labels), and all below them. It goes before the names of the classes, and the nearest folder counts. Paths are written from the chosen folder, or in full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent projects</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relative movement of the weights in 1,000 steps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remedy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remedy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images that show the same into one set, or give one folder without train, val and test: validation is then split off so that they stay together. Where equal names mean different pictures, nothing is wrong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repeatability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace files that are already there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reset all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resizing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resizing destroys fine traces of generators.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results and settings of the compared runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results by setting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results of runs outside of a study</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results of the study "{study}"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results of {run}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results, settings and curves of 2 to 8 runs side by side.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume the run "{name}"?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume: {remedy}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rise from 1 % of the learning rate; part of the stage's epochs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rollbacks allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run drills</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run the chosen entries earlier.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run the chosen entries later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run the queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run this stage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Running</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs are kept here. Choose images and a teacher on the Set-up page and press Start, or try the demo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs that can go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs the teacher over a sample of the images: its AUC, its range and the calibration it needs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs to do, one after the other, and studies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs with several values of settings, and several seeds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SGD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saturated beyond</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saturation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saturation above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saturation limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save and end the run; it can be resumed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save both classes in the same way (same format, quality and size; a PNG that was a JPEG once keeps its traces, so save the other class as such a JPEG, too), or make them alike in training: degradations (degradations.strength) and crops (view). Then judge on images that were saved alike.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save project as…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the table as CSV, with the columns of the command score.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save what is shown as a picture, or every figure as CSV.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving "{name}"…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say which are which…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say which folders are real, fake or left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Says both</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale matching</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale matching on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scoring damaged images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scoring the validation images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Screenshots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed {seed}: {state}, AUC {auc}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seeds, with commas between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seen from step {first:,} to {last:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select a warning to read it in full and see what can be done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selected warning in full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Setting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Setting {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings into Set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Severity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of each class and source that is split off for validation when no validation images are given.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of images on the right side of 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of its weight down to which imitation fades. 0 lets it fade away: a little better on images like the training's, worse on others and on damaged ones.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of learning from the labels. 0 trains from the teacher only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of learning from the teacher. 0 trains from labels only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of patches in top-k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of recent batches whose images are all of one class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of recent steps whose gradient was clipped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of saturated patch logits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the JPEGs that keep colours at full resolution (4:4:4); in the others it is halved (4:2:0).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share that gets Gaussian noise in every colour.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share that is blurred.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share that is enlarged 1.25, 1.5 or 1.75 times, as on a screen whose scale is not whole, and brought back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share that is made smaller and brought back to its size, each with one of several filters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share that is saved as lossy WebP.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share without labels, at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorter steps keep the logits small.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorter steps keep the numbers small.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorter steps stay where the loss is smooth.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorter steps stop jumping over the best place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show 1 advanced setting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all of the picture (0)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all plots again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all text larger</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all text smaller</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show every plot, or only the two that matter most.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show every step again (Home).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show on the plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show only {plot}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide {warnings}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show step {step:,} on the plots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show text as large as the system does</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the raw scores that probabilities are made of.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the run's curves and warnings (Enter or double-click).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the run's files in the file manager.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the run's results, curves and warnings (Enter or double-click).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show {count} advanced settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show {curve}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show {warnings}: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the square that the networks see.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Silent loss term</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of a patch logit that counts as saturated. Of a given student whose head is kept, what it begins with if that is more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the caches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sleep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sleep of this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smoothing: off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smoothing: {reports}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Softens both sides of the imitation loss; its gradient never exceeds this number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some files cannot be read as images and are left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some folders are neither real nor fake yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some folders are neither real nor fake yet: answer "{title}" beside the images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some that count as fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some that count as real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some validation or test images are exact copies of images of an earlier set, or by their pixels or names show what an image there shows (the same picture saved again, scaled or cut, a real photograph and its imitation, tiles of a photograph, frames of a video), so results look better than they are; or some pictures are both among the real and the fake images, which teaches a contradiction.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some without a label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong in PatchDistill</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sources, such as one generator, that nothing is learned from: their images are test images, so that the final evaluation says how an unseen generator is recognised. Without test images, the validation share of the real training images is tested beside them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Space left on the disk that holds the run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spread against the teacher's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spread of patch logits within an image.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage 1 trains the last layer only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage 1: the head alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage 2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage 2: the whole student</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stage {stage}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in pixels of the picture's own size.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in steps of the 256 that a colour has.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start a new run with its settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start again from new weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start again from the given student, with shorter steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start from the recommended settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting values of the stages. recommended: measured best. from_scratch: longer, no stage 1. conservative: tiny steps from a trained student checkpoint.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State of the run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statistics lag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statistics lag above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step size of everything before the last layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step size of the last layer (sgd and adamw).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step size of the last layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {number}: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {step:,}: {deed}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step, stage, machine and loss terms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps between reported figures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps in a row with NaN or infinity that are skipped before the run stops.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps keep their own length again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps looked at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps so long throw away what the ones before have learned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps that are kept to be computed again when a kind of error is met; 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps that are too long throw the weights out of reach.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop and close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop it first, or wait until it has finished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop, save and close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped and saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped before anything was saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped before the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped, goes on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. What was made is deleted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping the run…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping: saving the run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongest blur</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongest noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student and teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student checkpoint</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student input filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student recognised as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student saturated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student's map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student, test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Student, validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Surest mistakes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suspicious regions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Swap real and fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Swapped labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Swing of validation AUC over the last evaluations.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch scale matching on (enable_scale_matching).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take all pictures out of the list; nothing happens on the disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take back the last change in Set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take its settings into Set-up, raise the epochs of stage 2 there, then resume it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take proposals and choices into the settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the best student away: formats, proof, report card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the chosen entries out; the folders of their runs stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); choose a teacher that was trained on such images, or fit the head of this one to yours (command fit-teacher).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the student away: formats, each proven first (Ctrl+E)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the student with the best validation AUC of the chosen row away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels (alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size). If pictures will be scaled down wherever the student is used, leave it as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size); the student learns from what the teacher sees.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Takes effect {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Targets of one value per image, so that the relation term has nothing to compare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher better in another view</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher checkpoint</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher checkpoint, in short</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher fed in another way than it was trained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher input filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher is asked about</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher normalisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher of a huge range</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher outrun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher recognised as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher saturated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher scaled to about [-1190, 8], imitated by the old loss: squared difference of raw logits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher's map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher's range too wide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher, raw logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teacher, validation AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Temperature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ten times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ten times the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test AUC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test images are of one class, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test images do not exist, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test learning rates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Testing the student</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Testing the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text of the topic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That did not work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is {runs}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The GPU had no memory left for a step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The GPU had no memory left for a step, so the run ended. What was saved is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The KL loss bounds every patch's gradient; a squared difference does not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The architecture that is trained. A student checkpoint brings its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The average of the last steps swings less.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The batches are very small, or one class is rare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The best AUC of the same training from labels only, found beside this run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The caches were not emptied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained with. What reaches its first layer does not fit what that layer remembers of its training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The checkpoint is untrained or damaged, or does not fit its input filter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The computer does not fall asleep by itself while a run goes on. Closing a laptop's lid still suspends it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The default is best balanced on validation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The demo could not be prepared</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is nearly full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The earlier run that is shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files give the label away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The fit is then less noisy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder was not compared</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folders hold that many more images of one class; or they show so few photographs, videos or other groups that validation, which never tears one apart, cannot take just its share.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The gradient is practically zero while the loss is not, so the weights cannot improve.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The gradient is very long before it is clipped, and stays so.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The images are still being looked through.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The images have not been looked through.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels lead on where the teacher holds back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels' term then has something to work on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last run failed; the page Run says why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last run is {state}{auc}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are not in the images (resizing destroys them).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate is no lower than usual, but there is hardly a gradient: it is clipped to next to nothing, or what is trained is dead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate is too high for the last stretch, or there are few validation images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate is too high, or raw teacher logits of a huge range are imitated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The loss is far above what it was a moment ago, or above any useful size.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The maps of other validations may still be there: move the slider below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The middle, a logit of {logit}, is the decision threshold: blue is below, orange above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The names of the classes the wrong way round: real images count as fake, and fake ones as real.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The names say real and fake: choose a class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next run decodes its images and asks its teacher again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other class's folder is empty or is named in a way that is not understood.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page Set-up, with everything that a run can be told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The patch maps {file} are damaged: {error}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The patch maps {file} are no longer in the run's folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The patch maps {file} cannot be read: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The patch maps {file} have an unknown form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The picture was not looked into</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The picture, and beside it what the student sees: orange looks fake to it, blue real. Click to look into one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program's button shows how far the run is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program, or a part of the system that it uses, crashed and was ended by the system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project "{name}" has changes that are not saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project was not opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project was not saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The published learning rates, at which the weights hardly move.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue is done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue is held after this run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue is held: no other run is begun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue is running.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue was interrupted: {done} of {all} done. Go on?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue was not changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The queue was not run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The remedy was not taken into Set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report card is {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run "{name}" has no events that can be read, so there is nothing to show of it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run begins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run failed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run goes on. Matrix, curves and mistakes are measured when it has ended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run has ended</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run has failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run has finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run has stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run in {folder} is going on, so it was left alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run stops with a list when a larger share of the images cannot be read; never for a single one, unless 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run was not opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run was stopped, so the queue is held. Run the queue goes on with that run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run's folder is called so.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run's networks were not taken</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The runs were not read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same for ONNX Runtime, in any batch and size; needs no PyTorch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same of the target made from the teacher.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same pictures were put into more than one folder, or images were dealt to the sets one by one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same teacher tells real from fake clearly better where pictures are scaled or cropped in another way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same weights, with notes on filter, view and threshold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same without a teacher, to compare with in Runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more slowly than its learning rate says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings of the run "{name}" are not understood. {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The soft wall leads huge logits back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sources that were found in the images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The spread below which the term above acts, as a share of the teacher's (at most 1 logit).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The steps are too few for usual learning rates.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student cannot be used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student gives every patch of an image nearly the same logit: its map has become a constant.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student imitates raw teacher logits, or the learning rate is too high.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student judges pictures of yours, and can be exported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student scores images differently in training and in evaluation, so what is evaluated is not what was trained.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The student was trained from labels only, without a teacher.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sum that is trained on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table was not saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The targets that the student imitates tell real from fake less well than the teacher itself does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The teacher gives every patch of every image the same logit: there is nothing to imitate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The teacher holds back a student that is better than it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The teacher tells real from fake best in that view.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The teacher's patch logits span a range that no student can follow, and they are imitated as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The trained layers are dead or saturated, or everything that the loss depends on is frozen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two classes come from different places or were saved differently. The student can learn the traces of that instead of those of generation, and then fails on other pictures although validation AUC is high.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The usual bounds on steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The weights hardly move, however high their learning rate is now: the stage will end near where it began.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The weights then move far enough to learn something.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window closes when it is done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window takes the language when it is next opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window's language, from its next start on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their average is then less noisy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their curves, checkpoints and best students go with them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then it tells real from fake clearly better.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no desktop here that would send it to sleep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to learn from this teacher.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These labels are right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These weights do not note how their probabilities are calibrated: take them as an order only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They appear after the first validation of a run with a teacher: a few fixed images, and what each network sees in every patch of them. Start a run, or open an earlier one from Runs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are truncated, empty, too large, or not images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They would be lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This epoch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is an earlier run: "{name}"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the best validation so far: the final evaluation has not been made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threads for arithmetic; 0 lets the program choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Three batches whose targets are NaN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold chosen on validation: logit {threshold:.3f}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thresholds that validation suggests</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Throughput</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tick the failures to provoke.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiles looked at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time each student on one picture of 256 x 256 pixels, through ONNX Runtime on one thread of this processor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiny-LaDeDa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To look there, Windows signs in at them with your name. Go on only if you know them, or who gave you this file; otherwise nothing there is touched and nothing is opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Too few files to see whether they give the label away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Topics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Traces of generation are as fine as single pixels: scaling blends them away, as does mirroring repeat them. Downloads and photographs differ in size, and the usual view was made for pictures of about 256 pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train a new student with these settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train even though the teacher failed its check.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train every weight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train from labels only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train on the images that come with the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train-mode against eval-mode scores, in their spread.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images as they arrive from the web: compressed, resized, blurred, noisy. web: about half of them, as sites treat pictures. strong: about three quarters, and worse. own: by the figures below. A degraded picture keeps its size, and loses at its own size, before it is scaled or cropped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images per second.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images that the calibration looks at.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images whose features the solver keeps in memory (about 10 KB each). With top-k pooling those of every patch are kept, of as many images as fit into 128 MB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training images, in short</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a throw-away student for a few steps at each of twelve learning rates and shows where its loss falls. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a tiny detector of generated pictures from a large one. MIT licence. Built with PyTorch and Qt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains throw-away students for a few steps, with the teacher and from labels only, and compares them on the validation images. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trial: share of labels used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the demo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trying other views</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Twice the learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two batches whose patch logits come out 300 times too large.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unchanged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unless the window is in front</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unreadable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unreadable images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unreadable images allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untick where an extension of the system's dialogs makes them crash: Qt's own are used then</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Upper end of the quality that is drawn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use every label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use larger batches (batch_size), or add images of the rarer class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use {rate} for head and backbone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Usual text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validate every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation AUC goes up and down by more than chance explains, instead of rising.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation AUC is well below 0.5: images are told apart, but the wrong way round.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation AUC that means nothing is learned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation AUC.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation {number} of {total}, stage {stage}, step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validations without a better AUC before the learning rate falls to a third.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validations without a better AUC before the stage ends. 0 never.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values of setting {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values, with commas between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vary another setting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vary the student's width: the results then tell parameters, operations and speed, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verdict</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version and licences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Versions, logs and what the shown run tells, in one zip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View does not fit the pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait, then confirm the labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warm-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warnings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warnings of this run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Watch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weak teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>WebP</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight against collapse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight against saturation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight decay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of imitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of the image term</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of the relation term</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weights to start from. Empty starts from random weights drawn from the seed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What a study is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What follows is measured on the run's images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is called real is then label 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is found in the images is shown here, to be confirmed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is to be done about the classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is trained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it looks for is as fine as single pixels: scaling destroys it, and so does another size than that of its training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What teacher and student see in a few images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What teacher and student see in a picture of yours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the loss depends on may be frozen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the student says of pictures of yours: real or fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the targets have lost then counts less.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to train from, and how</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whatever they show, the files tell real from fake with an AUC of {score}; 0.5 is chance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wheel or + and −: zoom. Drag: move. 0: fit. 1 or double click: 100 %. Arrow keys: mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When to warn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where more pictures than this share have no label, those that have one come again and again, so that they take the rest of every batch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may fall before it rises.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which learning rate?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why it cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Will the teacher help?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window of the step-wise rules.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows could not commit memory (error 1455)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows could not commit memory (error 1455), so the run ended. What was saved is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done while validation AUC rises.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With another input filter or normalisation the same teacher tells real from fake clearly better, or its first layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With own figures: so many of the training images can lose something, by the probabilities below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without a teacher there is nobody to disagree with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without imitation an epoch passes once over the pictures with a label. On: these come again until it has as many steps as one over all pictures; control runs need it to be fair.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worst disagreements</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write one HTML file with all figures of the run, and open it in the browser</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the settings to a new file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the settings to their TOML file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing {file}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom out (−)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a GPU is used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a stage trains the backbone, which stage 1 never does</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>accuracy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>adamw reaches most in few epochs. sgd with the conservative learning rates follows the published recipe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>affine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>after clipping</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and {count:,} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>answers 99 times in 100 within {usual:.0f} ms, at worst after {worst:.0f} ms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as on the web</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as set; other views were not tried, as there is little to gain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as trained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asinh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking the teacher about a sample of the images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking the teacher about every image once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asking the teacher's last layer about every image once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>at step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auto</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auto takes a CUDA GPU when there is one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auto: what the checkpoint says, otherwise NPR, as published.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>auto: what the student checkpoint says, otherwise the network's usual one: right_diag, as published.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>automatic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>back from {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>back to step {step:,} with new weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>back to step {step:,} with the given student.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>back to step {step:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>backbone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>barely fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>barely real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>baseline, night</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>batches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>best</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>broken off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>building the demo's images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>busy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>by itself, {deed}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>by their names alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrated by Platt's method</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrated by a temperature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrated: no correction was better on validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibrating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>calibration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change by {share} of what the learning rate allows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>class is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>classes are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>clean: the picture before it lost anything, once: full speed. seen: what the student sees; unless Fixed views are set, the teacher is asked about each degraded picture in every epoch, which is several times slower.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>clipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>clipped at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>collapse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>computing features once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>conservative</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>constant</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cosine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cosine falls to a tenth over the stage. plateau falls when validation AUC stops rising.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>crop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>data.judged is whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>data.unlabelled names pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>data.view is crop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.blur_probability is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.jpeg_probability is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.jpeg_probability or degradations.webp_probability is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.noise_probability is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.resize_probability is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.strength is not off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>degradations.strength is own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>epoch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>epoch {epoch} of {epochs}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>errors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>evaluating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>evaluation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>explosion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exporting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>failed after {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fake image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fake images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fake images found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fake, said: {probability} fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>file cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>files cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>final evaluation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finished after {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fitting the teacher's head</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>floor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>folder is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>folders are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>for {time} at step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from scratch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from the last healthy state</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from the next step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from the run's beginning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>goes on from step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>goes on from the beginning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gradient norm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>half</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>head</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>health.policy is automatic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>heat maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>held off until the run ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>how long it will take is not known yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>idle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>image shows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>images show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>images/s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>imitation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in a new run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>interrupted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it was found after an error of the weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>k as a share of all patches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>k is never smaller.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>labels only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>largest difference {difference} over {images:,} images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>largest difference {difference} over {images:,} made-up images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>layer1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>layer1: the head and the last block. all: every weight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>learning rates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>learning-rate test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left diag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>less than a minute left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>likely fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>likely real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>linear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>linear and cosine fade alpha_distill over stage 2, down to the share below; where many pictures have no label they fade less, as nobody else speaks of these. outrun fades it once the student's validation AUC passes the teacher's. none keeps it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>logit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looking through the image folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.alpha_distill is 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.alpha_distill is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.alpha_task is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.distill_fade is not none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.enable_scale_matching is on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.saturation_weight is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.use_kl_loss is on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loss.variance_weight is above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mean logit {logit:+.2f}, area {area}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>middle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minute</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>more than a quarter of all pairs of a real and a fake image are told the wrong way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ms an image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names with commas between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no signal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no source has images of both classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no student checkpoint is given: that brings its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no validation images are given</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none; drop a file here or browse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none; drop a folder here or browse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>norm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not calibrated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not done: {remedy}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not looked at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>of fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>of only {images:,} images; guessing might reach that, too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>of real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>off: warnings only. suggest: each warning offers remedies, and you decide. automatic: the run helps itself, for when nobody watches: back to the last healthy state, a lower learning rate, other loss weights, a new beginning, at last a stop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>on the test images it is {auc}: {meaning}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>only the first {count:,} are listed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>outrun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>own figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>patch differences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>patch logits from {logit_min} to {logit_max} on training images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pattern</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>paused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>picture is both real and fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>picture is in two splits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pictures are both real and fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pictures are in two splits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pictures lack labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>plateau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>plateau falls when validation AUC stops rising. cosine falls to a tenth over the stage.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>possible</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>possible, as set in Set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>preparing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>probability of fake, as said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>problem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>px</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rate {rate}: loss {loss:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rate {rate}: no number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>raw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>real images called fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>real {logit:+.1f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>real, said: {probability} fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>real, {logit:.1f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>recommended</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>resize</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>resize: the whole picture scaled to the input size, as in the paper. crop: training sees pieces at native resolution, which keep traces that resizing destroys, and whole pictures are judged. The teacher is asked once about pictures of up to 1 megapixel; of larger ones about each crop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>right diag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>robustness</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>run to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>run was</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>running</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>runs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>runs to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>runs were</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>safetensors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>said: fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>said: real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>same settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>saturation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>saving</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>scan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>score</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>scoring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>share of fakes, in truth</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shortcut audit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>solved at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>solver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>solver finds the head's best numbers on features that are computed once. sgd and adamw take steps as in stage 2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage 2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage {earlier} and {last}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage {number}, epoch {epoch} of {epochs}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage {stage}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage {stage}, step {step:,}, in epoch {epoch}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.enabled is on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.optimiser is sgd</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.optimiser is sgd or adamw: the solver takes no steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.optimiser is solver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.schedule is cosine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage1.schedule is plateau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage2.enabled is on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage2.optimiser is sgd</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage2.schedule is cosine or imitation fades over the stage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stage2.schedule is plateau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>std of logits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {first:,} to {last:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {step:,.0f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {step:,} of {steps:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>step {step:,} · stage {stage} · epoch {epoch}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopped after {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stretch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stretch lays the schedule over the new length, so that the learning rate rises again. floor leaves it as it was planned: the added epochs go on at the rate that it ended with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>strong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>student</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>student {student}, teacher {teacher}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>student.pooling is topk_mean or topk_max</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>suggest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>teacher check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>teacher maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>teacher views</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>teacher {auc:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>that is far below its teacher's {auc}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>that is hardly better than guessing ({auc})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>that is no better than guessing ({auc})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the beginning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the beginning of stage {stage}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the clean picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the teacher's is {auc:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>thing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>things</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>throughput</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tiles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>top-k max</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>top-k mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>torch.export (.pt2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>total</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>training images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>undefined</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>undefined (one class is missing)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>validations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>vanishing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>very likely fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>very likely real</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>warning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>warnings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what the student sees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whole image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>without labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>worth of the teacher</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>x grad</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>y grad</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{auc} on {images:,} validation images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{card}, {split} images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{classes} proposed by name: look at the pictures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count:,} failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count:,} finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count:,} more sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count:,} patch logits from {low} to {high}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count:,} times, {steps}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{counts} Now choose the teacher: a large detector.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} of {all} topics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} warnings stand in Set-up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{data} ({images:,} images)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done:,} of {total:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}, {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done:,} of {total:,}, {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {runs}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {runs}, {failed} failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{errors} things stand against starting.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{files}: {used:,} used, {left:,} left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, audited: {figures}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, proven: {figures}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{flips:,} of {images:,} decisions flip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folders} undecided: choose with the buttons, or R, F, L.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} could not be moved to the recycle bin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} is not a run folder, so it was left alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hours} h {minutes:02} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{images:,.0f} images/s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{images} for {splits}, from {sources}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{images} what a training image shows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{images} what an image of an earlier set shows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{input_filter} with {normalisation}: {auc}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind}, proposed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind}; AUC on training images {calibrated_auc:.3f}, raw {raw:.3f}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{label}: asked for; the run takes it before its next step.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{label}: in Set-up now, for the next run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{logit:+.1f} fake; threshold {middle}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{low} to {high}: {count:,} patches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{minutes} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{moved} of {runs} were moved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} (step {step:,})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: choose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: those that were found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{network} fake, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{network} has no patch at the rim</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{network} on {split} images, {source}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{network} real, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} million</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{parameters:,} parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{passed} of {drills} drills ended as they should.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was not opened: it is no project, folder, checkpoint, CSV file or picture.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was not opened: one window has one project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake, {unread:,} cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{picture}, image {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{plot}: logarithmic height</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rate} false alarms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rate} is the lowest rate at which the loss falls nearly as far as it can.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{real:,} real and {fake}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rest:,} more folders, as their folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rule}, at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rule}, step {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{runs} added to the queue.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{severity}, healed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{size:,.1f} kB</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{speed}, {share} of the time waiting for images</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{terms} of the sum and of the gradient at step {step:,}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{term} {loss} and {gradient}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text}: AUC {auc} on a sample. Others that fit its first layer better: {tried}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text}; of {count} ways none fits this checkpoint's first layer clearly better</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time:.2f} ms an image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title}: back to {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title}: how it stands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{used:.1f} GB here, {free:.1f} of {whole:.0f} GB free</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{used:.1f} of {whole:.0f} GB in use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{value}, limit {limit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{width:,} × {height:,} px at {left}, {top}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{words} (double-click)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{words} on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{word}: the selected folders, and those in them ({key})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{written} of {asked} written to {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{written} was written.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
