<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>PatchDistill</name>
    <message>
      <source>"{name}" cannot be resumed: it has no checkpoint to go on from.</source>
      <translation>“{name}”无法恢复：没有可供继续的检查点。</translation>
    </message>
    <message>
      <source>"{name}" has changes that are not saved.</source>
      <translation>“{name}”有未保存的更改。</translation>
    </message>
    <message>
      <source>"{name}" has finished, and Set-up holds no change that would train it further.</source>
      <translation>“{name}”已完成，而“准备”页中没有能让它继续训练的更改。</translation>
    </message>
    <message>
      <source>"{name}" names places on other computers: {places}.</source>
      <translation>“{name}”引用了其他计算机上的位置：{places}。</translation>
    </message>
    <message>
      <source>"{student}" has a student: try it on pictures of yours, or take it away.</source>
      <translation>“{student}”已有学生模型：用自己的图片试用，或将其导出。</translation>
    </message>
    <message>
      <source>(as set)</source>
      <translation>（当前设置）</translation>
    </message>
    <message>
      <source>(changed; the preset has {value})</source>
      <translation>（已更改；预设值为 {value}）</translation>
    </message>
    <message>
      <source>(no source)</source>
      <translation>（无来源）</translation>
    </message>
    <message>
      <source>+{logit:.1f}, fake</source>
      <translation>+{logit:.1f}，伪造</translation>
    </message>
    <message>
      <source>, best AUC {auc:.3f}</source>
      <translation>，最佳 AUC {auc:.3f}</translation>
    </message>
    <message>
      <source>, best validation AUC {auc:.3f}</source>
      <translation>，最佳验证 AUC {auc:.3f}</translation>
    </message>
    <message>
      <source>0 patch logits</source>
      <translation>0 个图块 logit</translation>
    </message>
    <message>
      <source>&lt;b&gt;{kind}&lt;/b&gt; (label {label})</source>
      <translation>&lt;b&gt;{kind}&lt;/b&gt;（标签 {label}）</translation>
    </message>
    <message>
      <source>A constant answer was the easiest way to a small loss, often after a learning rate that was too high.</source>
      <translation>恒定的答案是得到小损失的最容易途径，常出现在学习率过高之后。</translation>
    </message>
    <message>
      <source>A constant map is then no longer the easiest way to a small loss.</source>
      <translation>这样，恒定的图就不再是得到小损失的最容易途径。</translation>
    </message>
    <message>
      <source>A file could not be written because the disk is full</source>
      <translation>磁盘已满，有文件无法写入</translation>
    </message>
    <message>
      <source>A learning rate of 1 from the first step, which throws the activations to 0.</source>
      <translation>从第一步起学习率为 1，使激活值变为 0。</translation>
    </message>
    <message>
      <source>A learning rate of 10 from the first step, without clipping.</source>
      <translation>从第一步起学习率为 10，且不做梯度裁剪。</translation>
    </message>
    <message>
      <source>A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.</source>
      <translation>某个损失、梯度或输出为 NaN 或无穷大。这样的步在影响权重之前就会被跳过。</translation>
    </message>
    <message>
      <source>A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.</source>
      <translation>损失的某一部分已启用，但其值或梯度恰好为 0，因此学不到任何东西。</translation>
    </message>
    <message>
      <source>A program for PyTorch: picture in, score and patch map out.</source>
      <translation>供 PyTorch 使用的程序：输入图片，输出得分和图块图。</translation>
    </message>
    <message>
      <source>A run is going on, and there is one at a time. Stop it first, or wait until it has finished.</source>
      <translation>有训练正在进行，一次只能进行一个。请先停止它，或等待它完成。</translation>
    </message>
    <message>
      <source>A run is going on, and would be measured with it.</source>
      <translation>有训练正在进行，测量结果会包含它。</translation>
    </message>
    <message>
      <source>A run is going on. Stop it and close PatchDistill?</source>
      <translation>有训练正在进行。要停止它并关闭 PatchDistill 吗？</translation>
    </message>
    <message>
      <source>A run is going on: what it uses stands on the page Run.</source>
      <translation>有训练正在进行：它的占用情况见“训练”页。</translation>
    </message>
    <message>
      <source>A run is using them. They can be emptied when it has ended.</source>
      <translation>有训练正在使用缓存。训练结束后才能清空。</translation>
    </message>
    <message>
      <source>A run that is going on continues; what it saved is safe. If the window behaves oddly, stop the run (it saves) and start the program again. Show Details has the report for the developers.</source>
      <translation>正在进行的训练会继续，已保存的内容是安全的。如果窗口表现异常，请停止训练（会自动保存）并重新启动程序。“显示详情”中有给开发人员的报告。</translation>
    </message>
    <message>
      <source>A run that is going on keeps its name.</source>
      <translation>正在进行的训练保持原名。</translation>
    </message>
    <message>
      <source>A run that was going on can be resumed from its last checkpoint: it is among the earlier runs. If this happens again, create a support file and pass it on. The report is in {report}.</source>
      <translation>此前正在进行的训练可以从最后一个检查点恢复：它在以前的训练之中。如果再次发生，请创建支持文件并转交。报告位于 {report}。</translation>
    </message>
    <message>
      <source>A screen pixel for every pixel of the picture (1)</source>
      <translation>图片的每个像素对应一个屏幕像素 (1)</translation>
    </message>
    <message>
      <source>A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.</source>
      <translation>某个图片集只含一个类别：从中学不到任何东西，其 AUC 也无定义。</translation>
    </message>
    <message>
      <source>A slow or remote disk, large pictures, or too little memory for decoded ones.</source>
      <translation>磁盘慢或在网络上、图片过大，或用于已解码图片的内存太少。</translation>
    </message>
    <message>
      <source>A soft wall against huge patch logits.</source>
      <translation>防止图块 logit 过大的软约束。</translation>
    </message>
    <message>
      <source>A step that was too long is a common reason.</source>
      <translation>步长过大是常见原因。</translation>
    </message>
    <message>
      <source>A teacher below this on validation is refused.</source>
      <translation>验证 AUC 低于此值的教师模型会被拒绝。</translation>
    </message>
    <message>
      <source>A tenth of</source>
      <translation>十分之一</translation>
    </message>
    <message>
      <source>A tenth of the learning rate</source>
      <translation>十分之一的学习率</translation>
    </message>
    <message>
      <source>A third of</source>
      <translation>三分之一</translation>
    </message>
    <message>
      <source>A third of the learning rate</source>
      <translation>三分之一的学习率</translation>
    </message>
    <message>
      <source>A trained LaDeDa (.pth or .safetensors). The architecture is recognised from the file. One that is at chance on your images may be fitted to them (command fit-teacher). Leave empty only with alpha_distill 0.</source>
      <translation>训练好的 LaDeDa（.pth 或 .safetensors）。架构从文件中识别。如果它在您的图片上只有随机水平，可以针对这些图片进行适配（命令 fit-teacher）。仅当 alpha_distill 为 0 时留空。</translation>
    </message>
    <message>
      <source>A trial with few labels</source>
      <translation>少量标签的试验</translation>
    </message>
    <message>
      <source>AP</source>
      <translation>AP</translation>
    </message>
    <message>
      <source>AUC</source>
      <translation>AUC</translation>
    </message>
    <message>
      <source>AUC (95 %)</source>
      <translation>AUC (95 %)</translation>
    </message>
    <message>
      <source>AUC at which format, quality, size and metadata of the files tell the label.</source>
      <translation>由文件的格式、质量、尺寸和元数据判断标签所达到的 AUC。</translation>
    </message>
    <message>
      <source>AUC by number of parameters</source>
      <translation>AUC 与参数量</translation>
    </message>
    <message>
      <source>AUC now</source>
      <translation>当前 AUC</translation>
    </message>
    <message>
      <source>AUC on {images:,} of the validation images: {tried}</source>
      <translation>在 {images:,} 张验证图片上的 AUC：{tried}</translation>
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images.</source>
      <translation>在 {images:,} 张{split}图片上的 AUC 为 {auc}。</translation>
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images; its teacher's is {teacher}.</source>
      <translation>在 {images:,} 张{split}图片上的 AUC 为 {auc}；其教师模型为 {teacher}。</translation>
    </message>
    <message>
      <source>AUC {before:.4f} before, {after:.4f} after</source>
      <translation>之前 AUC {before:.4f}，之后 {after:.4f}</translation>
    </message>
    <message>
      <source>AUC {source}</source>
      <translation>AUC {source}</translation>
    </message>
    <message>
      <source>About PatchDistill</source>
      <translation>关于 PatchDistill</translation>
    </message>
    <message>
      <source>Above it lie {pictures}.</source>
      <translation>高于它的有 {pictures}。</translation>
    </message>
    <message>
      <source>Accept a weak teacher</source>
      <translation>接受弱教师模型</translation>
    </message>
    <message>
      <source>Accumulate</source>
      <translation>梯度累积</translation>
    </message>
    <message>
      <source>Accuracies are of decisions at logit 0. Those of the threshold are under Decisions.</source>
      <translation>准确率按 logit 0 处的判定计算。按阈值计算的准确率见“判定”。</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>Acts when patch logits become huge.</source>
      <translation>当图块 logit 变得过大时起作用。</translation>
    </message>
    <message>
      <source>Acts when the student's map turns into a constant.</source>
      <translation>当学生模型的图变为恒定时起作用。</translation>
    </message>
    <message>
      <source>AdamW</source>
      <translation>AdamW</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Add CSV…</source>
      <translation>添加 CSV…</translation>
    </message>
    <message>
      <source>Add a folder of pictures</source>
      <translation>添加图片文件夹</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>添加文件夹…</translation>
    </message>
    <message>
      <source>Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose validation images yourself.</source>
      <translation>为较少的类别添加图片，或从较多的类别中去掉一些；请根据 AUC 和各类别的准确率来判断，不要只看总准确率。对于验证：添加来自其他照片或视频的图片，或自行选择验证图片。</translation>
    </message>
    <message>
      <source>Add pictures</source>
      <translation>添加图片</translation>
    </message>
    <message>
      <source>Add pictures…</source>
      <translation>添加图片…</translation>
    </message>
    <message>
      <source>Add present settings</source>
      <translation>添加当前设置</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>加入队列</translation>
    </message>
    <message>
      <source>Add {runs}</source>
      <translation>添加 {runs}</translation>
    </message>
    <message>
      <source>Added epochs then go on at the rate that it ended with.</source>
      <translation>这样，新增的轮会以结束时的学习率继续。</translation>
    </message>
    <message>
      <source>Advanced settings</source>
      <translation>高级设置</translation>
    </message>
    <message>
      <source>After each chosen run the same from labels only.</source>
      <translation>在每个所选训练之后，再做一次仅从标签学习的相同训练。</translation>
    </message>
    <message>
      <source>Agreement with the teacher</source>
      <translation>与教师模型的一致性</translation>
    </message>
    <message>
      <source>All figures (CSV)…</source>
      <translation>所有数值 (CSV)…</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>All plots</source>
      <translation>所有图表</translation>
    </message>
    <message>
      <source>All settings</source>
      <translation>所有设置</translation>
    </message>
    <message>
      <source>An allocation failed</source>
      <translation>内存分配失败</translation>
    </message>
    <message>
      <source>And {things} more.</source>
      <translation>另有 {things}。</translation>
    </message>
    <message>
      <source>Animations and files of several pictures, whose first one is used: {count:,}.</source>
      <translation>动画和含多张图片的文件，只使用其中第一张：{count:,}。</translation>
    </message>
    <message>
      <source>Another run is going on, and there is one at a time.</source>
      <translation>另一个训练正在进行，一次只能进行一个。</translation>
    </message>
    <message>
      <source>Another window or program is running it.</source>
      <translation>另一个窗口或程序正在运行它。</translation>
    </message>
    <message>
      <source>Area under the ROC curve of the student.</source>
      <translation>学生模型 ROC 曲线下的面积。</translation>
    </message>
    <message>
      <source>As it counts in the sum (part x weight).</source>
      <translation>按其在总和中的份额（该部分 × 权重）。</translation>
    </message>
    <message>
      <source>Asking the teacher about a sample</source>
      <translation>正在用样本询问教师模型</translation>
    </message>
    <message>
      <source>Asking the teacher once</source>
      <translation>正在询问教师模型一次</translation>
    </message>
    <message>
      <source>At least the usual learning rates</source>
      <translation>至少为常用学习率</translation>
    </message>
    <message>
      <source>At least {low}.</source>
      <translation>至少 {low}。</translation>
    </message>
    <message>
      <source>At most the usual learning rates</source>
      <translation>至多为常用学习率</translation>
    </message>
    <message>
      <source>At none of these rates did the loss fall. Check the teacher and the labels.</source>
      <translation>在这些学习率下损失都没有下降。请检查教师模型和标签。</translation>
    </message>
    <message>
      <source>At the present ones the weights hardly move.</source>
      <translation>以目前的学习率，权重几乎不动。</translation>
    </message>
    <message>
      <source>At the threshold that validation chose: {probability} fake (logit {logit}).</source>
      <translation>在验证所选的阈值处：伪造概率 {probability}（logit {logit}）。</translation>
    </message>
    <message>
      <source>Audited on the validation images; saves little for so small a network.</source>
      <translation>已在验证图片上审核；对这么小的网络节省不多。</translation>
    </message>
    <message>
      <source>Average precision of the student.</source>
      <translation>学生模型的平均精度。</translation>
    </message>
    <message>
      <source>Average the statistics over more training batches before each validation (statistics_batches), and use larger batches (batch_size).</source>
      <translation>在每次验证前对更多训练批次的统计量取平均（statistics_batches），并使用更大的批次（batch_size）。</translation>
    </message>
    <message>
      <source>Average the weights</source>
      <translation>平均权重</translation>
    </message>
    <message>
      <source>Averaged weights</source>
      <translation>平均后的权重</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back to the current run</source>
      <translation>返回当前训练</translation>
    </message>
    <message>
      <source>Back to the last run</source>
      <translation>返回上一次训练</translation>
    </message>
    <message>
      <source>Back to the run that is going on</source>
      <translation>返回正在进行的训练</translation>
    </message>
    <message>
      <source>Back to {value}</source>
      <translation>恢复为 {value}</translation>
    </message>
    <message>
      <source>Bad steps allowed</source>
      <translation>允许的坏步数</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>批次大小</translation>
    </message>
    <message>
      <source>Batches for BatchNorm statistics</source>
      <translation>用于 BatchNorm 统计量的批次</translation>
    </message>
    <message>
      <source>Batches or images are too large for this card, or other programs use it.</source>
      <translation>批次或图片对这块显卡来说太大，或者其他程序正在使用显卡。</translation>
    </message>
    <message>
      <source>Batches whose gradients are added before a step.</source>
      <translation>在走一步之前累加其梯度的批次数。</translation>
    </message>
    <message>
      <source>Before every validation and checkpoint the statistics are averaged anew over this many training batches: the published momentum of 0.001 lags far behind.</source>
      <translation>在每次验证和保存检查点之前，对这么多个训练批次重新平均统计量：已发表的动量 0.001 会远远滞后。</translation>
    </message>
    <message>
      <source>Begin another run from these settings.</source>
      <translation>以这些设置开始另一次训练。</translation>
    </message>
    <message>
      <source>Beside each run the same from labels only</source>
      <translation>每个训练旁再做一次仅从标签学习的相同训练</translation>
    </message>
    <message>
      <source>Best AUC</source>
      <translation>最佳 AUC</translation>
    </message>
    <message>
      <source>Best validation AUC</source>
      <translation>最佳验证 AUC</translation>
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f} (stage {stage}, epoch {epoch})</source>
      <translation>学生模型的最佳验证 AUC：{auc:.3f}（阶段 {stage}，第 {epoch} 轮）</translation>
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f}.</source>
      <translation>学生模型的最佳验证 AUC：{auc:.3f}。</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>模糊</translation>
    </message>
    <message>
      <source>Bound on every single gradient value, applied before the norm is clipped. 0 switches it off.</source>
      <translation>每个梯度值的上限，在裁剪范数之前应用。0 表示关闭。</translation>
    </message>
    <message>
      <source>Bound on the length of the whole gradient. 0 switches it off.</source>
      <translation>整个梯度长度的上限。0 表示关闭。</translation>
    </message>
    <message>
      <source>Boxes</source>
      <translation>方框</translation>
    </message>
    <message>
      <source>Bring them back.</source>
      <translation>把它们恢复。</translation>
    </message>
    <message>
      <source>Browse for {name}</source>
      <translation>浏览 {name}</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <source>By a folder above, or by its name</source>
      <translation>由上级文件夹或自身名称决定</translation>
    </message>
    <message>
      <source>By source</source>
      <translation>按来源</translation>
    </message>
    <message>
      <source>CPU</source>
      <translation>CPU</translation>
    </message>
    <message>
      <source>CPU threads</source>
      <translation>CPU 线程数</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
      <source>CSV files (*.csv);;All files (*)</source>
      <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
      <source>CUDA GPU</source>
      <translation>CUDA GPU</translation>
    </message>
    <message>
      <source>CUDA graphs</source>
      <translation>CUDA 图 (CUDA Graphs)</translation>
    </message>
    <message>
      <source>CUDA out of memory</source>
      <translation>CUDA 内存不足</translation>
    </message>
    <message>
      <source>Cache folder</source>
      <translation>缓存文件夹</translation>
    </message>
    <message>
      <source>Caches</source>
      <translation>缓存</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>校准</translation>
    </message>
    <message>
      <source>Calibration costs the teacher</source>
      <translation>校准损害教师模型</translation>
    </message>
    <message>
      <source>Calibration error: {before} as trained, {after} calibrated; 0 is best.</source>
      <translation>校准误差：训练所得 {before}，校准后 {after}；0 为最佳。</translation>
    </message>
    <message>
      <source>Called fake above</source>
      <translation>高于此值判为伪造</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>Cause</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Cause.</source>
      <translation>原因。</translation>
    </message>
    <message>
      <source>Changed in Set-up since it was started:</source>
      <translation>开始训练后在“准备”页中更改了:</translation>
    </message>
    <message>
      <source>Changed while it ran.</source>
      <translation>在训练过程中更改。</translation>
    </message>
    <message>
      <source>Changes allowed, per warning</source>
      <translation>每种警告允许的更改次数</translation>
    </message>
    <message>
      <source>Channels of the student; 8 is the published Tiny-LaDeDa with 1,297 parameters.</source>
      <translation>学生模型的通道数；8 即已发表的 Tiny-LaDeDa，有 1,297 个参数。</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Check the teacher</source>
      <translation>检查教师模型</translation>
    </message>
    <message>
      <source>Check the teacher and the data; if the term is not wanted, set its weight to 0.</source>
      <translation>检查教师模型和数据；如果不需要该项，请将其权重设为 0。</translation>
    </message>
    <message>
      <source>Check what is trained (trainable), raise the learning rate, or start again from other weights.</source>
      <translation>检查训练的内容（trainable）、提高学习率，或用其他权重重新开始。</translation>
    </message>
    <message>
      <source>Checking the teacher</source>
      <translation>正在检查教师模型</translation>
    </message>
    <message>
      <source>Checkpoints ({endings});;All files (*)</source>
      <translation>检查点 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
      <source>Choose CSV files</source>
      <translation>选择 CSV 文件</translation>
    </message>
    <message>
      <source>Choose a checkpoint</source>
      <translation>选择检查点</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Choose a folder of images</source>
      <translation>选择图片文件夹</translation>
    </message>
    <message>
      <source>Choose a folder with real and fake images, and compare: where the two differ most comes first.</source>
      <translation>选择含有真实和伪造图片的文件夹并进行比较：两者差异最大的排在最前。</translation>
    </message>
    <message>
      <source>Choose a teacher above.</source>
      <translation>请在上方选择教师模型。</translation>
    </message>
    <message>
      <source>Choose a teacher checkpoint first.</source>
      <translation>请先选择教师模型检查点。</translation>
    </message>
    <message>
      <source>Choose a teacher first, on the page Networks, and a weight of imitation above 0.</source>
      <translation>请先在“网络”页选择教师模型，并将模仿权重设为大于 0。</translation>
    </message>
    <message>
      <source>Choose another teacher checkpoint, or train from labels only (alpha_distill 0).</source>
      <translation>选择另一个教师模型检查点，或仅从标签训练（alpha_distill 为 0）。</translation>
    </message>
    <message>
      <source>Choose images in Set-up and press Start, or see how it works with the images that come with the program. Curves, warnings and progress appear here.</source>
      <translation>在“准备”页选择图片并按“开始”，或用程序自带的图片看看它如何工作。曲线、警告和进度会显示在这里。</translation>
    </message>
    <message>
      <source>Choose its weights, or open a run from Runs.</source>
      <translation>选择其权重，或从“训练记录”中打开一次训练。</translation>
    </message>
    <message>
      <source>Choose training images first, on the page Images.</source>
      <translation>请先在“图片”页选择训练图片。</translation>
    </message>
    <message>
      <source>Choose training images: what is found in them is shown here, to be confirmed.</source>
      <translation>选择训练图片：在其中找到的内容会显示在这里，以供确认。</translation>
    </message>
    <message>
      <source>Choose which figure is compared.</source>
      <translation>选择要比较的数值。</translation>
    </message>
    <message>
      <source>Choose which plots are shown.</source>
      <translation>选择要显示的图表。</translation>
    </message>
    <message>
      <source>Chosen by hand</source>
      <translation>手动选择</translation>
    </message>
    <message>
      <source>Chosen here; holds for the folders in it</source>
      <translation>在此选择；适用于其中的文件夹</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Classes of folders</source>
      <translation>文件夹的类别</translation>
    </message>
    <message>
      <source>Classes of the folders</source>
      <translation>各文件夹的类别</translation>
    </message>
    <message>
      <source>Classes out of balance</source>
      <translation>类别不均衡</translation>
    </message>
    <message>
      <source>Classes…</source>
      <translation>类别…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Click to show or hide.</source>
      <translation>点击以显示或隐藏。</translation>
    </message>
    <message>
      <source>Clip each gradient at</source>
      <translation>单个梯度裁剪上限</translation>
    </message>
    <message>
      <source>Clip the gradient's norm</source>
      <translation>裁剪梯度范数</translation>
    </message>
    <message>
      <source>Clip the gradient's norm at</source>
      <translation>梯度范数裁剪上限</translation>
    </message>
    <message>
      <source>Clipping dominates</source>
      <translation>梯度裁剪占主导</translation>
    </message>
    <message>
      <source>Clipping dominates above</source>
      <translation>梯度裁剪占主导上限</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb).</source>
      <translation>关闭其他程序，或减少用于已解码图片和教师模型图的内存（decoded_cache_mb、map_cache_mb）。</translation>
    </message>
    <message>
      <source>Close programs that have files in it open, or delete the folder in the file manager.</source>
      <translation>关闭打开了其中文件的程序，或在文件管理器中删除该文件夹。</translation>
    </message>
    <message>
      <source>Close the comparison</source>
      <translation>关闭比较</translation>
    </message>
    <message>
      <source>Close the program</source>
      <translation>关闭程序</translation>
    </message>
    <message>
      <source>Close this run</source>
      <translation>关闭此训练</translation>
    </message>
    <message>
      <source>Close-up of the patch</source>
      <translation>图块特写</translation>
    </message>
    <message>
      <source>Close-up of the pixels at the mark</source>
      <translation>标记处的像素特写</translation>
    </message>
    <message>
      <source>Closing</source>
      <translation>正在关闭</translation>
    </message>
    <message>
      <source>Collapse</source>
      <translation>坍缩</translation>
    </message>
    <message>
      <source>Collapse below</source>
      <translation>坍缩下限</translation>
    </message>
    <message>
      <source>Collapse, share of teacher</source>
      <translation>坍缩，相对教师模型的比例</translation>
    </message>
    <message>
      <source>Colour scale</source>
      <translation>色标</translation>
    </message>
    <message>
      <source>Colours of the system</source>
      <translation>跟随系统颜色</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <source>Compares the pattern of the two maps, whatever their scale; relative to the imitation weight.</source>
      <translation>比较两张图的图样，与其尺度无关；相对于模仿权重。</translation>
    </message>
    <message>
      <source>Compares the two maps' means as odds of fake: the teacher's verdict on the image, which counts most where labels are few; relative to the imitation weight.</source>
      <translation>以伪造几率比较两张图的均值：即教师模型对图片的判断，在标签很少时最重要；相对于模仿权重。</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>正在比较…</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>计算机</translation>
    </message>
    <message>
      <source>Computer suspended</source>
      <translation>计算机曾休眠</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>正在计算特征</translation>
    </message>
    <message>
      <source>Constant teacher</source>
      <translation>教师模型恒定</translation>
    </message>
    <message>
      <source>Control</source>
      <translation>对照</translation>
    </message>
    <message>
      <source>Control run</source>
      <translation>对照训练</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy the selected rows, or all that are shown.</source>
      <translation>复制所选的行，或显示的所有行。</translation>
    </message>
    <message>
      <source>Corrupt images</source>
      <translation>损坏的图片</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>次数</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Create support file</source>
      <translation>创建支持文件</translation>
    </message>
    <message>
      <source>Create support file…</source>
      <translation>创建支持文件…</translation>
    </message>
    <message>
      <source>Crops at native resolution</source>
      <translation>原始分辨率的裁剪</translation>
    </message>
    <message>
      <source>Crops at native size keep what is as fine as single pixels.</source>
      <translation>原始尺寸的裁剪能保留细至单个像素的内容。</translation>
    </message>
    <message>
      <source>Cross-entropy with the labels.</source>
      <translation>与标签的交叉熵。</translation>
    </message>
    <message>
      <source>Curves appear here with the first steps of training.</source>
      <translation>训练的最初几步之后，曲线会显示在这里。</translation>
    </message>
    <message>
      <source>Curves, warnings and progress</source>
      <translation>曲线、警告和进度</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Dark text on a light ground</source>
      <translation>浅色背景上的深色文字</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Decay of a running average of the weights, which is then what is validated and kept. It begins low and rises with the steps, so that the first weights are soon forgotten. 0 switches it off.</source>
      <translation>权重滑动平均的衰减率；之后验证和保留的就是该平均值。衰减率开始时较低，随步数上升，使最初的权重很快被遗忘。0 表示关闭。</translation>
    </message>
    <message>
      <source>Decides order, augmentation and first weights; the same seed gives the same run.</source>
      <translation>决定顺序、数据增强和初始权重；相同的随机种子得到相同的训练。</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>判定</translation>
    </message>
    <message>
      <source>Decoded images and teacher maps are kept here for the next run. Empty: the system's folder for such files. Choose a disk of this computer, not one on the network.</source>
      <translation>已解码的图片和教师模型的图保存在这里供下次训练使用。留空：使用系统存放此类文件的文件夹。请选择本机的磁盘，不要选网络上的磁盘。</translation>
    </message>
    <message>
      <source>Decoded images and teacher maps are kept on disk, so that the next run starts sooner. They hold nothing that cannot be made again.</source>
      <translation>已解码的图片和教师模型的图保存在磁盘上，使下次训练更快开始。其中没有无法重新生成的内容。</translation>
    </message>
    <message>
      <source>Decoded pictures kept in memory, so that they are read once. 0 keeps none.</source>
      <translation>保存在内存中的已解码图片，使其只读取一次。0 表示不保存。</translation>
    </message>
    <message>
      <source>Decoded pictures kept in the cache folder, for what memory cannot hold and for the next run. A picture of 256 x 256 pixels takes 0.2 MB. 0 keeps none.</source>
      <translation>保存在缓存文件夹中的已解码图片，用于内存放不下的部分和下次训练。一张 256 x 256 像素的图片占 0.2 MB。0 表示不保存。</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Degradations</source>
      <translation>质量退化</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Demo from labels only</source>
      <translation>仅从标签学习的演示</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详细信息</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Device of this computer</source>
      <translation>本机的设备</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差异</translation>
    </message>
    <message>
      <source>Difference between the two maps' patterns.</source>
      <translation>两张图的图样之间的差异。</translation>
    </message>
    <message>
      <source>Difference is student minus teacher. Point at a map to read its values.</source>
      <translation>差异为学生模型减去教师模型。将鼠标指向图上可读取数值。</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Disk for decoded images</source>
      <translation>用于已解码图片的磁盘空间</translation>
    </message>
    <message>
      <source>Disk for teacher maps</source>
      <translation>用于教师模型图的磁盘空间</translation>
    </message>
    <message>
      <source>Disk full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <source>Disk low</source>
      <translation>磁盘空间不足</translation>
    </message>
    <message>
      <source>Disk low below</source>
      <translation>磁盘空间不足下限</translation>
    </message>
    <message>
      <source>Distance to the teacher's answer on the whole image.</source>
      <translation>与教师模型对整张图片的答案之间的距离。</translation>
    </message>
    <message>
      <source>Distance to the teacher's patch logits.</source>
      <translation>与教师模型图块 logit 之间的距离。</translation>
    </message>
    <message>
      <source>Do what is left of the queue, one run after the other.</source>
      <translation>依次完成队列中剩余的训练。</translation>
    </message>
    <message>
      <source>Do what waits after the run that is going on.</source>
      <translation>在正在进行的训练之后，完成等待中的训练。</translation>
    </message>
    <message>
      <source>Do what waits, one run after the other, from the top.</source>
      <translation>从上到下依次完成等待中的训练。</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>完成。</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Down to the usual learning rate</source>
      <translation>降到常用学习率</translation>
    </message>
    <message>
      <source>Draw the mean over several reports.</source>
      <translation>绘制多次报告的均值。</translation>
    </message>
    <message>
      <source>Drop a folder with real and fake images below, or add one.</source>
      <translation>将含真实和伪造图片的文件夹拖放到下方，或添加一个。</translation>
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation>将图片拖放到此处</translation>
    </message>
    <message>
      <source>Drop folders or CSV files here</source>
      <translation>将文件夹或 CSV 文件拖放到此处</translation>
    </message>
    <message>
      <source>Drop pictures or folders here</source>
      <translation>将图片或文件夹拖放到此处</translation>
    </message>
    <message>
      <source>Drop pictures, folders and checkpoints on their fields in its window.</source>
      <translation>将图片、文件夹和检查点拖放到其窗口中的相应字段上。</translation>
    </message>
    <message>
      <source>Duplicates across splits or classes</source>
      <translation>跨划分或跨类别的重复</translation>
    </message>
    <message>
      <source>During a run, of larger pictures the middle piece of this size is judged, as each validation looks at all of them. Scores, Inspect and exports always judge the whole picture.</source>
      <translation>训练期间，对较大的图片只判断中间这么大的一块，因为每次验证都要查看所有图片。得分、“剖析”页和导出始终判断整张图片。</translation>
    </message>
    <message>
      <source>EER</source>
      <translation>EER</translation>
    </message>
    <message>
      <source>Each batch then stands better for all images.</source>
      <translation>这样，每个批次更能代表所有图片。</translation>
    </message>
    <message>
      <source>Each failure is switched on in a small run of the demo, in a folder of its own that is deleted afterwards. Your images and runs are not touched. All drills together take some minutes.</source>
      <translation>每种故障都在一次小型演示训练中触发，使用单独的文件夹，之后会删除。不会触及您的图片和训练。所有演练共需几分钟。</translation>
    </message>
    <message>
      <source>Each is then decoded once, not every epoch.</source>
      <translation>这样，每张图片只解码一次，而不是每轮一次。</translation>
    </message>
    <message>
      <source>Each picture has so many versions, drawn once from the seed, each mirrored or not; epochs take them in turn. They are kept on disk, and the teacher is asked about each once: full speed returns after as many epochs. 0 draws anew in every epoch.</source>
      <translation>每张图片有这么多个版本，由随机种子一次抽取，各自镜像或不镜像；各轮依次使用。它们保存在磁盘上，就每个版本只询问教师模型一次：经过同样多的轮数后恢复全速。0 表示每轮重新抽取。</translation>
    </message>
    <message>
      <source>Each run gets a folder of its own here. Empty: PatchDistill in your documents.</source>
      <translation>每次训练在此有自己的文件夹。留空：使用“文档”中的 PatchDistill 文件夹。</translation>
    </message>
    <message>
      <source>Earlier run: not finished</source>
      <translation>以前的训练：未完成</translation>
    </message>
    <message>
      <source>Earlier run: {state}</source>
      <translation>以前的训练：{state}</translation>
    </message>
    <message>
      <source>Earlier runs</source>
      <translation>以前的训练</translation>
    </message>
    <message>
      <source>Earlier runs: reopen, compare, resume</source>
      <translation>以前的训练：重新打开、比较、恢复</translation>
    </message>
    <message>
      <source>Earlier validation</source>
      <translation>上一次验证</translation>
    </message>
    <message>
      <source>Early stop</source>
      <translation>提前停止</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>清空</translation>
    </message>
    <message>
      <source>Empty the caches?</source>
      <translation>要清空缓存吗？</translation>
    </message>
    <message>
      <source>Empty the caches…</source>
      <translation>清空缓存…</translation>
    </message>
    <message>
      <source>Enlarge the page file (System &gt; About &gt; Advanced system settings &gt; Performance &gt; Advanced &gt; Virtual memory), close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb). Then resume the run.</source>
      <translation>增大页面文件（系统 &gt; 关于 &gt; 高级系统设置 &gt; 性能 &gt; 高级 &gt; 虚拟内存），关闭其他程序，或减少用于已解码图片和教师模型图的内存（decoded_cache_mb、map_cache_mb）。然后恢复训练。</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>轮数</translation>
    </message>
    <message>
      <source>Epochs as long as with all pictures</source>
      <translation>每轮长度与使用全部图片时相同</translation>
    </message>
    <message>
      <source>Epochs between validations.</source>
      <translation>两次验证之间的轮数。</translation>
    </message>
    <message>
      <source>Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more epochs cosine rises again, as the stage is then not at its end.</source>
      <translation>该阶段的轮数、预热或调度已更改，这会使其调度重新安排。轮数更多时，余弦会再次上升，因为该阶段尚未到末尾。</translation>
    </message>
    <message>
      <source>Equal error rate; lower is better.</source>
      <translation>等错误率；越低越好。</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Error 1455 where the next batch of images is taken.</source>
      <translation>在取下一批图片处出现错误 1455。</translation>
    </message>
    <message>
      <source>Evaluations in a row.</source>
      <translation>连续的评估次数。</translation>
    </message>
    <message>
      <source>Evaluations looked at.</source>
      <translation>查看的评估次数。</translation>
    </message>
    <message>
      <source>Even if it hardly tells real from fake</source>
      <translation>即使它几乎分不出真伪</translation>
    </message>
    <message>
      <source>Even if it was kept while the run was ill</source>
      <translation>即使它是在训练出问题时保留的</translation>
    </message>
    <message>
      <source>Every combination of the values is trained with every seed, otherwise with the present settings of Set-up. Runs that the study has already are not added again.</source>
      <translation>每种取值组合都用每个随机种子训练一次，其余使用“准备”页的当前设置。研究中已有的训练不会再次添加。</translation>
    </message>
    <message>
      <source>Every file can be read.</source>
      <translation>所有文件都可以读取。</translation>
    </message>
    <message>
      <source>Every folder has its class. Choose again to change one.</source>
      <translation>每个文件夹都有类别。如需更改，请重新选择。</translation>
    </message>
    <message>
      <source>Every setting whose name or help has these words (Ctrl+F)</source>
      <translation>名称或帮助中含有这些词的所有设置 (Ctrl+F)</translation>
    </message>
    <message>
      <source>Everything on this page is advanced: the values rarely need to be changed.</source>
      <translation>此页上的内容都是高级设置：其值很少需要更改。</translation>
    </message>
    <message>
      <source>Evidence.</source>
      <translation>依据。</translation>
    </message>
    <message>
      <source>Exchange the names of the classes</source>
      <translation>对调两个类别的名称</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export plots</source>
      <translation>导出图表</translation>
    </message>
    <message>
      <source>Export the best</source>
      <translation>导出最佳模型</translation>
    </message>
    <message>
      <source>Export the student of {run}</source>
      <translation>导出 {run} 的学生模型</translation>
    </message>
    <message>
      <source>Exporting and proving {format}…</source>
      <translation>正在导出并验证 {format}…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Fading of imitation</source>
      <translation>模仿的衰减</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>Failure</source>
      <translation>故障</translation>
    </message>
    <message>
      <source>Failure drills</source>
      <translation>故障演练</translation>
    </message>
    <message>
      <source>Failure drills…</source>
      <translation>故障演练…</translation>
    </message>
    <message>
      <source>Fake</source>
      <translation>伪造</translation>
    </message>
    <message>
      <source>Fed with</source>
      <translation>输入方式</translation>
    </message>
    <message>
      <source>Figure that is compared</source>
      <translation>所比较的数值</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>Figures of student and teacher</source>
      <translation>学生模型和教师模型的数值</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File dialogs of the system</source>
      <translation>使用系统的文件对话框</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Files alone tell real from fake: AUC {score}</source>
      <translation>仅凭文件即可区分真伪：AUC {score}</translation>
    </message>
    <message>
      <source>Files give the label away from</source>
      <translation>文件泄露标签界限</translation>
    </message>
    <message>
      <source>Files that are left out, by kind and class</source>
      <translation>被排除的文件，按原因和类别</translation>
    </message>
    <message>
      <source>Filter by words</source>
      <translation>按词筛选</translation>
    </message>
    <message>
      <source>Filter by words or #tags</source>
      <translation>按词或 #标记 筛选</translation>
    </message>
    <message>
      <source>Filter runs by words</source>
      <translation>按词筛选训练</translation>
    </message>
    <message>
      <source>Filter warnings by words</source>
      <translation>按词筛选警告</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>首步</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>适合窗口</translation>
    </message>
    <message>
      <source>Fixed views</source>
      <translation>固定视图</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Folder names or CSV labels that mean a generated picture (label 1). Compared without regard to case.</source>
      <translation>表示生成图片（标签 1）的文件夹名称或 CSV 标签。比较时不区分大小写。</translation>
    </message>
    <message>
      <source>Folder names or CSV labels that mean a real photograph (label 0). Compared without regard to case.</source>
      <translation>表示真实照片（标签 0）的文件夹名称或 CSV 标签。比较时不区分大小写。</translation>
    </message>
    <message>
      <source>Folder of labelled images</source>
      <translation>带标签图片的文件夹</translation>
    </message>
    <message>
      <source>Folder of runs</source>
      <translation>训练记录文件夹</translation>
    </message>
    <message>
      <source>Folder of the caches</source>
      <translation>缓存的文件夹</translation>
    </message>
    <message>
      <source>Folder to export to</source>
      <translation>导出到的文件夹</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Folders and their classes</source>
      <translation>文件夹及其类别</translation>
    </message>
    <message>
      <source>Folders of any layout, or CSV files with the column path: pictures of which nobody says real or fake. The teacher is asked about them, and the student learns what it says; their folders' names mean nothing. What is among the training, validation or test images already is left out.</source>
      <translation>任意布局的文件夹，或含 path 列的 CSV 文件：没有人标明真实或伪造的图片。就这些图片询问教师模型，学生模型学习其答案；文件夹的名称没有意义。已在训练、验证或测试图片中的内容会被排除。</translation>
    </message>
    <message>
      <source>Folders or CSV files for validation. Leave empty when the training folder has a val folder, or to split images off: what shows the same picture, photograph or video stays together.</source>
      <translation>用于验证的文件夹或 CSV 文件。如果训练文件夹中有 val 文件夹，或要从中分出图片，请留空：显示同一图片、照片或视频的内容会放在一起。</translation>
    </message>
    <message>
      <source>Folders or CSV files that are evaluated once at the end.</source>
      <translation>在最后评估一次的文件夹或 CSV 文件。</translation>
    </message>
    <message>
      <source>Folders or CSV files. Layouts that are understood: train|val|test/[source/]real|fake, class folders at any depth, or a CSV with path and label.</source>
      <translation>文件夹或 CSV 文件。可识别的布局：train|val|test/[source/]real|fake、任意深度的类别文件夹，或含 path 和 label 列的 CSV。</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>跟随</translation>
    </message>
    <message>
      <source>Follow the latest</source>
      <translation>跟随最新</translation>
    </message>
    <message>
      <source>For PyTorch; the published Tiny-LaDeDa code loads it.</source>
      <translation>供 PyTorch 使用；已发表的 Tiny-LaDeDa 代码可加载它。</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Forty training images are cut in the middle.</source>
      <translation>从中间截断四十张训练图片。</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>找到的</translation>
    </message>
    <message>
      <source>Four times</source>
      <translation>四倍</translation>
    </message>
    <message>
      <source>Four times the learning rate</source>
      <translation>四倍学习率</translation>
    </message>
    <message>
      <source>Frame the suspicious regions (numbers) and patches (letters)</source>
      <translation>框出可疑区域（数字）和图块（字母）</translation>
    </message>
    <message>
      <source>Free some space. A run that could not write ends; what was saved before stays good, and it can be resumed.</source>
      <translation>请释放一些空间。无法写入的训练会结束；之前保存的内容仍然完好，可以恢复训练。</translation>
    </message>
    <message>
      <source>From</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>From images to a detector</source>
      <translation>从图片到检测器</translation>
    </message>
    <message>
      <source>From images to a student, a step at a time</source>
      <translation>从图片到学生模型，一步一步来</translation>
    </message>
    <message>
      <source>From picture to input</source>
      <translation>从图片到输入</translation>
    </message>
    <message>
      <source>From {low} to {high}.</source>
      <translation>从 {low} 到 {high}。</translation>
    </message>
    <message>
      <source>GPU memory</source>
      <translation>GPU 内存</translation>
    </message>
    <message>
      <source>GPU memory full</source>
      <translation>GPU 内存已满</translation>
    </message>
    <message>
      <source>Give the run another name, tags and a note.</source>
      <translation>为训练设置另一个名称、标记和备注。</translation>
    </message>
    <message>
      <source>Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale matching (enable_scale_matching) and the KL loss (use_kl_loss) on.</source>
      <translation>回到最后一个良好的检查点，使用十分之一的学习率（head_lr、backbone_lr）；保持启用尺度匹配（enable_scale_matching）和 KL 损失（use_kl_loss）。</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go on after this run</source>
      <translation>此训练后继续</translation>
    </message>
    <message>
      <source>Go on with a paused or stopped run</source>
      <translation>继续已暂停或已停止的训练</translation>
    </message>
    <message>
      <source>Go on with a run that was stopped, failed or interrupted, or train a finished one further.</source>
      <translation>继续已停止、失败或中断的训练，或进一步训练已完成的训练。</translation>
    </message>
    <message>
      <source>Go on with the run.</source>
      <translation>继续训练。</translation>
    </message>
    <message>
      <source>Go on with these changes</source>
      <translation>带这些更改继续</translation>
    </message>
    <message>
      <source>Go to where the selected warning was seen (Enter or double-click).</source>
      <translation>转到出现所选警告的位置（Enter 或双击）。</translation>
    </message>
    <message>
      <source>Gradient explosion</source>
      <translation>梯度爆炸</translation>
    </message>
    <message>
      <source>Gradient explosion above</source>
      <translation>梯度爆炸上限</translation>
    </message>
    <message>
      <source>Gradient norm</source>
      <translation>梯度范数</translation>
    </message>
    <message>
      <source>Gradient norm before clipping.</source>
      <translation>裁剪前的梯度范数。</translation>
    </message>
    <message>
      <source>Gradient vanishing</source>
      <translation>梯度消失</translation>
    </message>
    <message>
      <source>Gradient vanishing below</source>
      <translation>梯度消失下限</translation>
    </message>
    <message>
      <source>Guide to this page</source>
      <translation>此页的指南</translation>
    </message>
    <message>
      <source>Half the learning rate</source>
      <translation>一半的学习率</translation>
    </message>
    <message>
      <source>Half the memory on a CUDA device; no effect on a CPU.</source>
      <translation>在 CUDA 设备上只占一半内存；对 CPU 没有影响。</translation>
    </message>
    <message>
      <source>Half-precision numbers overflow early.</source>
      <translation>半精度数值容易溢出。</translation>
    </message>
    <message>
      <source>Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).</source>
      <translation>将学习率（head_lr、backbone_lr）减半，或对权重取平均（ema_decay）。</translation>
    </message>
    <message>
      <source>Health rules</source>
      <translation>健康规则</translation>
    </message>
    <message>
      <source>Held out for the test</source>
      <translation>留作测试</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Hides the other labels from training, as if those images were pictures without labels: a trial of how few labels would do. Leave it at 1 to train for use, and choose pictures without labels above.</source>
      <translation>对训练隐藏其余标签，就像那些图片是无标签图片一样：用来试验多少标签就够用。若训练结果要实际使用，请保持为 1，并在上方选择无标签图片。</translation>
    </message>
    <message>
      <source>Highest quality</source>
      <translation>最高质量</translation>
    </message>
    <message>
      <source>Histogram of the teacher's patch logits</source>
      <translation>教师模型图块 logit 的直方图</translation>
    </message>
    <message>
      <source>Hold after this run</source>
      <translation>此训练后暂停队列</translation>
    </message>
    <message>
      <source>Hold the run after the current batch</source>
      <translation>在当前批次后暂停训练</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>主页</translation>
    </message>
    <message>
      <source>How good the student is appears here after its first validation, and in full when the run has ended.</source>
      <translation>学生模型的好坏会在首次验证后显示在这里，训练结束后显示完整结果。</translation>
    </message>
    <message>
      <source>How good the student is: figures, decisions, curves, mistakes</source>
      <translation>学生模型的好坏：数值、判定、曲线、错判</translation>
    </message>
    <message>
      <source>How often an automatic run changes its settings because of the same kind of warning.</source>
      <translation>自动模式的训练因同一种警告更改设置的最多次数。</translation>
    </message>
    <message>
      <source>How often an automatic run goes back to its last healthy state before it stops.</source>
      <translation>自动模式的训练在停止前回到最后健康状态的最多次数。</translation>
    </message>
    <message>
      <source>How patch logits become the image's logit: all of them, or the k largest. Where whole pictures are generated, mean learns most; topk_mean and topk_max are meant for pictures of which a part is fake.</source>
      <translation>图块 logit 如何合成为图片的 logit：取全部，或取最大的 k 个。图片整张由模型生成时，均值学得最多；topk_mean 和 topk_max 用于只有一部分是伪造的图片。</translation>
    </message>
    <message>
      <source>How pixels are scaled before the filter. auto: what the checkpoint says, otherwise ImageNet's.</source>
      <translation>在滤波器之前如何缩放像素值。自动：按检查点所示，否则使用 ImageNet 的值。</translation>
    </message>
    <message>
      <source>How raw teacher logits become targets in [-6, 6]. auto takes the simplest that keeps the teacher's AUC.</source>
      <translation>教师模型的原始 logit 如何变为 [-6, 6] 内的目标。自动：采用能保持教师模型 AUC 的最简单方法。</translation>
    </message>
    <message>
      <source>How small may it be?</source>
      <translation>可以小到多少？</translation>
    </message>
    <message>
      <source>How small resizing makes a picture, as a share of its sides; drawn evenly from here to 15/16, in sixteenths.</source>
      <translation>缩放会使图片变得多小，以占其边长的比例计；从此值到 15/16 均匀抽取，以十六分之一为单位。</translation>
    </message>
    <message>
      <source>How the run stands</source>
      <translation>训练的状态</translation>
    </message>
    <message>
      <source>If a newer version of PatchDistill made this run, open it with that. {remedy}</source>
      <translation>如果此训练由较新版本的 PatchDistill 创建，请用该版本打开。{remedy}</translation>
    </message>
    <message>
      <source>If it collapses from every healthy state.</source>
      <translation>如果它从每个健康状态开始都会坍缩。</translation>
    </message>
    <message>
      <source>If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at the rate that it ended with. Or set warm-up and schedule back.</source>
      <translation>如果不希望这样，请让调度保持原计划（“恢复时增加轮数”设为“下限”）：这样，新增的轮会以结束时的学习率继续。或者将预热和调度改回。</translation>
    </message>
    <message>
      <source>If that student is a constant itself.</source>
      <translation>如果该学生模型本身就是恒定的。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Image {number}, cell {column}, {row}: teacher {teacher:+.2f}, student {student:+.2f}, difference {difference:+.2f}</source>
      <translation>图片 {number}，单元格 {column}, {row}：教师模型 {teacher:+.2f}，学生模型 {student:+.2f}，差异 {difference:+.2f}</translation>
    </message>
    <message>
      <source>Image {number}, fake.</source>
      <translation>图片 {number}，伪造。</translation>
    </message>
    <message>
      <source>Image {number}, real.</source>
      <translation>图片 {number}，真实。</translation>
    </message>
    <message>
      <source>ImageNet</source>
      <translation>ImageNet</translation>
    </message>
    <message>
      <source>ImageNet, times 2/3</source>
      <translation>ImageNet，乘以 2/3</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Images and a teacher are all that Start needs.</source>
      <translation>只要有图片和教师模型就可以开始。</translation>
    </message>
    <message>
      <source>Images and teacher</source>
      <translation>图片和教师模型</translation>
    </message>
    <message>
      <source>Images are chosen.</source>
      <translation>已选择图片。</translation>
    </message>
    <message>
      <source>Images by split, source and class</source>
      <translation>图片，按划分、来源和类别</translation>
    </message>
    <message>
      <source>Images for calibration</source>
      <translation>用于校准的图片</translation>
    </message>
    <message>
      <source>Images for the solver</source>
      <translation>用于求解器的图片</translation>
    </message>
    <message>
      <source>Images looked at</source>
      <translation>查看的图片</translation>
    </message>
    <message>
      <source>Images per step. Lower it when memory runs out.</source>
      <translation>每步的图片数。内存不足时请调小。</translation>
    </message>
    <message>
      <source>Images: {truth}, {said}</source>
      <translation>图片：{truth}，{said}</translation>
    </message>
    <message>
      <source>Imitation may drown what the labels say.</source>
      <translation>模仿可能会盖过标签所提供的信息。</translation>
    </message>
    <message>
      <source>Imitation that stays</source>
      <translation>保留的模仿</translation>
    </message>
    <message>
      <source>Incidents kept, per warning</source>
      <translation>每种警告保留的事件数</translation>
    </message>
    <message>
      <source>Input size</source>
      <translation>输入尺寸</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>剖析</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>已中断</translation>
    </message>
    <message>
      <source>Interrupted, goes on</source>
      <translation>已中断，将继续</translation>
    </message>
    <message>
      <source>Into Set-up: {remedy}</source>
      <translation>写入“准备”页：{remedy}</translation>
    </message>
    <message>
      <source>It brings the teacher's logits into the student's range.</source>
      <translation>它使教师模型的 logit 进入学生模型的范围。</translation>
    </message>
    <message>
      <source>It ended before its first event, or its events.jsonl is damaged: put that back from a copy.</source>
      <translation>它在第一个事件之前就结束了，或者其 events.jsonl 已损坏：请用副本将其恢复。</translation>
    </message>
    <message>
      <source>It finished after {time}.</source>
      <translation>它在 {time} 后完成。</translation>
    </message>
    <message>
      <source>It goes on from {place}.</source>
      <translation>从{place}继续。</translation>
    </message>
    <message>
      <source>It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its target.</source>
      <translation>没有可供其作用的内容：教师模型的图恒定、批次中没有标签，或学生模型等于其目标。</translation>
    </message>
    <message>
      <source>It has told nothing of its end.</source>
      <translation>它没有报告任何关于结束的信息。</translation>
    </message>
    <message>
      <source>It holds versions, logs and, of the run that is shown, settings and last events; no pictures. Folders of users and the names of user and computer were replaced. Look into it before you pass it on: nothing was sent anywhere.</source>
      <translation>其中有版本、日志，以及所显示训练的设置和最后的事件；没有图片。用户文件夹以及用户和计算机的名称已被替换。转交前请查看其内容：没有发送到任何地方。</translation>
    </message>
    <message>
      <source>It is still preparing, so there is nothing to save: it would begin anew.</source>
      <translation>它仍在准备，没有可保存的内容：将会从头开始。</translation>
    </message>
    <message>
      <source>It learned from labels only, which was better on validation: {alone} against {taught} with the teacher (difference {gain} ± {error}).</source>
      <translation>它仅从标签学习，在验证集上更好：{alone}，而跟随教师模型时为 {taught}（差 {gain} ± {error}）。</translation>
    </message>
    <message>
      <source>It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference {gain} ± {error}), which is not clearly above the teacher itself.</source>
      <translation>它跟随教师模型学习；仅用标签在验证集上达到 {alone}，而它为 {taught}（差 {gain} ± {error}），并未明显高于教师模型本身。</translation>
    </message>
    <message>
      <source>It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference {gain} ± {error}).</source>
      <translation>它跟随教师模型学习；仅用标签在验证集上达到 {alone}，而它为 {taught}（差 {gain} ± {error}）。</translation>
    </message>
    <message>
      <source>It stopped after {time}.</source>
      <translation>它在 {time} 后停止。</translation>
    </message>
    <message>
      <source>It teaches nothing as it is.</source>
      <translation>按目前的情况，它学不到任何东西。</translation>
    </message>
    <message>
      <source>It was interrupted; Run the queue goes on.</source>
      <translation>已被中断；“运行队列”可继续。</translation>
    </message>
    <message>
      <source>It will be stopped and saved, and can be resumed later.</source>
      <translation>它会停止并保存，以后可以恢复。</translation>
    </message>
    <message>
      <source>Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.</source>
      <translation>其检查点是用其他数据、其他尺寸，或其他输入滤波器或归一化训练的。</translation>
    </message>
    <message>
      <source>Its curves, checkpoints and best student go with it.</source>
      <translation>其曲线、检查点和最佳学生模型会一并移走。</translation>
    </message>
    <message>
      <source>Its settings stay as they were.</source>
      <translation>其设置保持原样。</translation>
    </message>
    <message>
      <source>JPEG</source>
      <translation>JPEG</translation>
    </message>
    <message>
      <source>JPEG in full colour</source>
      <translation>全色度 JPEG</translation>
    </message>
    <message>
      <source>Judged</source>
      <translation>判断范围</translation>
    </message>
    <message>
      <source>Judged at most</source>
      <translation>最多判断</translation>
    </message>
    <message>
      <source>KL loss</source>
      <translation>KL 损失</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), lower the learning rate.</source>
      <translation>保持启用尺度匹配（enable_scale_matching），提高防饱和权重（saturation_weight），降低学习率。</translation>
    </message>
    <message>
      <source>Keep the computer awake</source>
      <translation>使计算机保持唤醒</translation>
    </message>
    <message>
      <source>Keep the newest step in view while the run goes on.</source>
      <translation>训练进行时使最新的步保持可见。</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>继续训练</translation>
    </message>
    <message>
      <source>Keeps the student's patch logits from becoming a constant.</source>
      <translation>防止学生模型的图块 logit 变为恒定。</translation>
    </message>
    <message>
      <source>Kept awake while a run goes on. A closed lid still suspends it.</source>
      <translation>训练进行时保持唤醒。合上盖子仍会使其休眠。</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Labels alone were better</source>
      <translation>仅用标签更好</translation>
    </message>
    <message>
      <source>Labels look swapped</source>
      <translation>标签似乎颠倒</translation>
    </message>
    <message>
      <source>Labels look swapped below</source>
      <translation>标签颠倒下限</translation>
    </message>
    <message>
      <source>Labels outweigh imitation already</source>
      <translation>标签的权重已超过模仿</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language of the system</source>
      <translation>跟随系统语言</translation>
    </message>
    <message>
      <source>Larger pictures are skipped: they are most likely decompression bombs.</source>
      <translation>更大的图片会被跳过：它们很可能是解压炸弹。</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>更大文字</translation>
    </message>
    <message>
      <source>Largest picture</source>
      <translation>最大图片</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>末步</translation>
    </message>
    <message>
      <source>Later validation</source>
      <translation>下一次验证</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Learning rate jumps</source>
      <translation>学习率突变</translation>
    </message>
    <message>
      <source>Learning rate too high</source>
      <translation>学习率过高</translation>
    </message>
    <message>
      <source>Learning rate too low</source>
      <translation>学习率过低</translation>
    </message>
    <message>
      <source>Learning rate too small</source>
      <translation>学习率过小</translation>
    </message>
    <message>
      <source>Learning rate, backbone</source>
      <translation>学习率，主干</translation>
    </message>
    <message>
      <source>Learning rate, head</source>
      <translation>学习率，头部</translation>
    </message>
    <message>
      <source>Learning rates</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Least k</source>
      <translation>最小 k</translation>
    </message>
    <message>
      <source>Least movement</source>
      <translation>最小移动量</translation>
    </message>
    <message>
      <source>Least spread</source>
      <translation>最小离散度</translation>
    </message>
    <message>
      <source>Leave the schedule as it was planned</source>
      <translation>让调度保持原计划</translation>
    </message>
    <message>
      <source>Left and Right read figures, plus and minus zoom, Home shows all.</source>
      <translation>左右方向键读取数值，加号和减号键缩放，Home 键显示全部。</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>被排除</translation>
    </message>
    <message>
      <source>Length of the gradient as computed.</source>
      <translation>计算所得的梯度长度。</translation>
    </message>
    <message>
      <source>Length of the gradient that is applied.</source>
      <translation>实际应用的梯度长度。</translation>
    </message>
    <message>
      <source>Less weight on imitation</source>
      <translation>降低模仿的权重</translation>
    </message>
    <message>
      <source>Let chosen entries that failed wait for their turn again.</source>
      <translation>让所选的失败条目重新等待轮到它们。</translation>
    </message>
    <message>
      <source>Let imitation fade</source>
      <translation>让模仿衰减</translation>
    </message>
    <message>
      <source>Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators that neither has seen, imitation may still pay.</source>
      <translation>让模仿衰减（distill_fade），降低其权重（alpha_distill），或使用更好的教师模型。对两者都没见过的生成器，模仿可能仍有好处。</translation>
    </message>
    <message>
      <source>Let the run that is going on end, and begin no other.</source>
      <translation>让正在进行的训练结束，不再开始其他训练。</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Light or dark as the system</source>
      <translation>跟随系统的浅色或深色</translation>
    </message>
    <message>
      <source>Light text on a dark ground</source>
      <translation>深色背景上的浅色文字</translation>
    </message>
    <message>
      <source>List the runs of another folder.</source>
      <translation>列出另一个文件夹中的训练。</translation>
    </message>
    <message>
      <source>Listed again, but counted once: {count:,}.</source>
      <translation>重复列出但只计一次：{count:,}。</translation>
    </message>
    <message>
      <source>Little memory and page file are left, or an allocation failed already: the run may break off.</source>
      <translation>剩余的内存和页面文件很少，或内存分配已经失败：训练可能会中断。</translation>
    </message>
    <message>
      <source>Little space is left on the disk that holds the run, or a file could not be written already.</source>
      <translation>存放训练的磁盘剩余空间很少，或已有文件无法写入。</translation>
    </message>
    <message>
      <source>Load settings from a TOML file</source>
      <translation>从 TOML 文件加载设置</translation>
    </message>
    <message>
      <source>Loading is the bottleneck</source>
      <translation>加载是瓶颈</translation>
    </message>
    <message>
      <source>Logarithmic height.</source>
      <translation>对数高度。</translation>
    </message>
    <message>
      <source>Logarithmic height: for figures that span several powers of ten.</source>
      <translation>对数高度：用于跨越多个数量级的数值。</translation>
    </message>
    <message>
      <source>Logit</source>
      <translation>Logit</translation>
    </message>
    <message>
      <source>Logits</source>
      <translation>Logit 值</translation>
    </message>
    <message>
      <source>Longer steps may leave the flat place.</source>
      <translation>较大的步长可能会离开平坦区域。</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新查看</translation>
    </message>
    <message>
      <source>Look at the bound on the gradient (gradient_clip_norm) and at the gradient's norm; where it is practically zero, start again from new weights.</source>
      <translation>检查梯度的上限（gradient_clip_norm）和梯度的范数；若其几乎为零，请用新权重重新开始。</translation>
    </message>
    <message>
      <source>Look at the images</source>
      <translation>查看图片</translation>
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add the missing images.</source>
      <translation>查看“准备”页中的标签对应关系，更正类别的名称（real_names、fake_names），或添加缺少的图片。</translation>
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).</source>
      <translation>查看“准备”页中的标签对应关系，更正类别的名称（real_names、fake_names）。</translation>
    </message>
    <message>
      <source>Look at the labels on the page Images, then tick: These labels are right.</source>
      <translation>查看“图片”页上的标签，然后勾选“这些标签正确”。</translation>
    </message>
    <message>
      <source>Look at the list and replace or remove those files.</source>
      <translation>查看列表，替换或移除这些文件。</translation>
    </message>
    <message>
      <source>Look for a setting by its name or its help</source>
      <translation>按名称或帮助查找设置</translation>
    </message>
    <message>
      <source>Look for runs again.</source>
      <translation>重新查找训练。</translation>
    </message>
    <message>
      <source>Look into {file}: {words}</source>
      <translation>剖析 {file}：{words}</translation>
    </message>
    <message>
      <source>Looking for folders…</source>
      <translation>正在查找文件夹…</translation>
    </message>
    <message>
      <source>Looking for runs</source>
      <translation>正在查找训练</translation>
    </message>
    <message>
      <source>Looking for what gives the label away</source>
      <translation>正在查找泄露标签的内容</translation>
    </message>
    <message>
      <source>Looking into {file}…</source>
      <translation>正在剖析 {file}…</translation>
    </message>
    <message>
      <source>Looking through the folders</source>
      <translation>正在浏览文件夹</translation>
    </message>
    <message>
      <source>Looking through the folders…</source>
      <translation>正在浏览文件夹…</translation>
    </message>
    <message>
      <source>Looking through the images</source>
      <translation>正在浏览图片</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>正在查看…</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Loss against its running median.</source>
      <translation>损失与其滑动中位数之比。</translation>
    </message>
    <message>
      <source>Loss by learning rate</source>
      <translation>损失随学习率的变化</translation>
    </message>
    <message>
      <source>Loss explosion</source>
      <translation>损失爆炸</translation>
    </message>
    <message>
      <source>Loss explosion above</source>
      <translation>损失爆炸上限</translation>
    </message>
    <message>
      <source>Loss explosion, times median</source>
      <translation>损失爆炸，中位数的倍数</translation>
    </message>
    <message>
      <source>Loss terms</source>
      <translation>损失项</translation>
    </message>
    <message>
      <source>Loss that counts as exploded.</source>
      <translation>被视为爆炸的损失。</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Lower the batch size (batch_size) or the input size, switch mixed precision (amp) on, or close other programs that use the GPU. Then resume the run.</source>
      <translation>减小批次大小（batch_size）或输入尺寸，启用混合精度（amp），或关闭其他使用 GPU 的程序。然后恢复训练。</translation>
    </message>
    <message>
      <source>Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching (enable_scale_matching) on.</source>
      <translation>降低学习率，保持裁剪梯度范数（gradient_clip_norm）并启用尺度匹配（enable_scale_matching）。</translation>
    </message>
    <message>
      <source>Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another calibration.</source>
      <translation>降低模仿的权重（alpha_distill），用更多图片校准（calibration_images），或尝试另一种校准。</translation>
    </message>
    <message>
      <source>Lowest quality</source>
      <translation>最低质量</translation>
    </message>
    <message>
      <source>Lowest teacher AUC</source>
      <translation>教师模型最低 AUC</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <source>MP</source>
      <translation>MP</translation>
    </message>
    <message>
      <source>Make it again</source>
      <translation>重做该更改</translation>
    </message>
    <message>
      <source>Many batches hold real images only or fake images only, so that steps pull the decision to and fro.</source>
      <translation>许多批次只含真实图片或只含伪造图片，使各步把判定来回拉扯。</translation>
    </message>
    <message>
      <source>Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.</source>
      <translation>学生模型的许多图块 logit 过大，其概率恰为 0 或 1，几乎学不到东西。</translation>
    </message>
    <message>
      <source>Many of the teacher's patch logits are huge, and they are imitated as they are.</source>
      <translation>教师模型的许多图块 logit 非常大，而它们被原样模仿。</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>图</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>图</translation>
    </message>
    <message>
      <source>Maps kept in memory, so that the teacher is asked once about each picture. A map of 256 x 256 pixels takes 2.5 kB. 0 keeps none.</source>
      <translation>保存在内存中的图，使得就每张图片只询问教师模型一次。一张 256 x 256 像素图片的图占 2.5 kB。0 表示不保存。</translation>
    </message>
    <message>
      <source>Maps kept in the cache folder, for what memory cannot hold and for the next run with this teacher. A map of 256 x 256 pixels takes 2 kB. 0 keeps none.</source>
      <translation>保存在缓存文件夹中的图，用于内存放不下的部分和使用此教师模型的下次训练。一张 256 x 256 像素图片的图占 2 kB。0 表示不保存。</translation>
    </message>
    <message>
      <source>May fall asleep during a run: Keep the computer awake is off.</source>
      <translation>训练期间可能会休眠：“使计算机保持唤醒”已关闭。</translation>
    </message>
    <message>
      <source>Mean logit: teacher {teacher:+.2f}, student {student:+.2f}</source>
      <translation>平均 logit：教师模型 {teacher:+.2f}，学生模型 {student:+.2f}</translation>
    </message>
    <message>
      <source>Mean logits: above 0 says fake, below 0 real</source>
      <translation>平均 logit：大于 0 判为伪造，小于 0 判为真实</translation>
    </message>
    <message>
      <source>Mean of {reports} reports</source>
      <translation>{reports} 次报告的均值</translation>
    </message>
    <message>
      <source>Mean over images of the spread of patch logits.</source>
      <translation>图块 logit 离散度在各图片上的均值。</translation>
    </message>
    <message>
      <source>Measure speed</source>
      <translation>测量速度</translation>
    </message>
    <message>
      <source>Measured on the run's images; see above.</source>
      <translation>已在该训练的图片上测量；见上文。</translation>
    </message>
    <message>
      <source>Measuring</source>
      <translation>正在测量</translation>
    </message>
    <message>
      <source>Measuring for the report card…</source>
      <translation>正在为报告卡测量…</translation>
    </message>
    <message>
      <source>Measuring on the run's images…</source>
      <translation>正在该训练的图片上测量…</translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>正在测量…</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>内存</translation>
    </message>
    <message>
      <source>Memory and page file that are left.</source>
      <translation>剩余的内存和页面文件。</translation>
    </message>
    <message>
      <source>Memory and page file together are too small for this run and the other programs.</source>
      <translation>内存与页面文件合起来对此训练和其他程序来说太小。</translation>
    </message>
    <message>
      <source>Memory for decoded images</source>
      <translation>用于已解码图片的内存</translation>
    </message>
    <message>
      <source>Memory for teacher maps</source>
      <translation>用于教师模型图的内存</translation>
    </message>
    <message>
      <source>Memory low</source>
      <translation>内存不足</translation>
    </message>
    <message>
      <source>Memory low below</source>
      <translation>内存不足下限</translation>
    </message>
    <message>
      <source>Memory of this computer</source>
      <translation>本机的内存</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>Messages of a training, what it finds and its errors, the report card and the guide are English, so that files read alike everywhere.</source>
      <translation>训练的消息、其发现的内容和错误、报告卡和指南均为英文，使文件在任何地方读起来都一样。</translation>
    </message>
    <message>
      <source>Minutes between checkpoints inside an epoch.</source>
      <translation>一轮之内两次保存检查点间隔的分钟数。</translation>
    </message>
    <message>
      <source>Mirror half of the training images left to right.</source>
      <translation>将一半的训练图片左右镜像。</translation>
    </message>
    <message>
      <source>Mixed precision</source>
      <translation>混合精度</translation>
    </message>
    <message>
      <source>Mixed precision off</source>
      <translation>关闭混合精度</translation>
    </message>
    <message>
      <source>Mode collapse</source>
      <translation>模式坍缩</translation>
    </message>
    <message>
      <source>Momentum</source>
      <translation>动量</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>More epochs on resume</source>
      <translation>恢复时增加轮数</translation>
    </message>
    <message>
      <source>More memory for decoded images</source>
      <translation>增加用于已解码图片的内存</translation>
    </message>
    <message>
      <source>More weight on labels</source>
      <translation>提高标签的权重</translation>
    </message>
    <message>
      <source>Most of the time is spent waiting for images to be read and decoded.</source>
      <translation>大部分时间都在等待读取和解码图片。</translation>
    </message>
    <message>
      <source>Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.</source>
      <translation>大多数步的梯度都被裁剪，因此其长度已无意义，只有方向起作用。</translation>
    </message>
    <message>
      <source>Most suspicious patches</source>
      <translation>最可疑的图块</translation>
    </message>
    <message>
      <source>Move the run "{name}" to the recycle bin?</source>
      <translation>要将训练“{name}”移到回收站吗？</translation>
    </message>
    <message>
      <source>Move the selected runs to the recycle bin, after a question.</source>
      <translation>将所选的训练移到回收站（会先询问）。</translation>
    </message>
    <message>
      <source>Move to recycle bin</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Move {count} runs to the recycle bin?</source>
      <translation>要将 {count} 次训练移到回收站吗？</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>乘加运算</translation>
    </message>
    <message>
      <source>NPR</source>
      <translation>NPR</translation>
    </message>
    <message>
      <source>NaN in a batch</source>
      <translation>批次中出现 NaN</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name and notes</source>
      <translation>名称和备注</translation>
    </message>
    <message>
      <source>Name and notes, settings, folder</source>
      <translation>名称和备注、设置、文件夹</translation>
    </message>
    <message>
      <source>Name and notes…</source>
      <translation>名称和备注…</translation>
    </message>
    <message>
      <source>Name of the run</source>
      <translation>训练的名称</translation>
    </message>
    <message>
      <source>Name of the study</source>
      <translation>研究的名称</translation>
    </message>
    <message>
      <source>Names of the fake class</source>
      <translation>伪造类别的名称</translation>
    </message>
    <message>
      <source>Names of the real class</source>
      <translation>真实类别的名称</translation>
    </message>
    <message>
      <source>Nesterov momentum of sgd.</source>
      <translation>SGD 的 Nesterov 动量。</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>新建项目</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No change of settings helps here; read above what to do.</source>
      <translation>更改设置在此没有帮助；请阅读上文了解该怎么做。</translation>
    </message>
    <message>
      <source>No checkpoint: random weights drawn from the seed.</source>
      <translation>没有检查点：由随机种子抽取随机权重。</translation>
    </message>
    <message>
      <source>No class was found.</source>
      <translation>没有找到类别。</translation>
    </message>
    <message>
      <source>No connected part of the picture lies above the decision threshold.</source>
      <translation>图片中没有高于判定阈值的连通部分。</translation>
    </message>
    <message>
      <source>No figures yet</source>
      <translation>还没有数值</translation>
    </message>
    <message>
      <source>No image is on the wrong side of the threshold.</source>
      <translation>没有图片位于阈值错误的一侧。</translation>
    </message>
    <message>
      <source>No images at hand? The demo brings its own, and a teacher. It works offline.</source>
      <translation>手头没有图片？演示自带图片和教师模型，可离线使用。</translation>
    </message>
    <message>
      <source>No label</source>
      <translation>无标签</translation>
    </message>
    <message>
      <source>No maps of this validation</source>
      <translation>此次验证没有图</translation>
    </message>
    <message>
      <source>No patch maps yet</source>
      <translation>还没有图块图</translation>
    </message>
    <message>
      <source>No picture is in two splits.</source>
      <translation>没有图片同时在两个划分中。</translation>
    </message>
    <message>
      <source>No program opens the report card. It is {file}.</source>
      <translation>没有程序可打开报告卡。它是 {file}。</translation>
    </message>
    <message>
      <source>No results yet</source>
      <translation>还没有结果</translation>
    </message>
    <message>
      <source>No runs to do</source>
      <translation>没有待做的训练</translation>
    </message>
    <message>
      <source>No runs yet</source>
      <translation>还没有训练</translation>
    </message>
    <message>
      <source>No signal</source>
      <translation>无信号</translation>
    </message>
    <message>
      <source>No signal at or below</source>
      <translation>无信号界限</translation>
    </message>
    <message>
      <source>No signal, evaluations</source>
      <translation>无信号，评估次数</translation>
    </message>
    <message>
      <source>No single batch can then throw the weights far.</source>
      <translation>这样，任何单个批次都不会使权重大幅偏离。</translation>
    </message>
    <message>
      <source>No space left where files are written.</source>
      <translation>写入文件的位置没有剩余空间。</translation>
    </message>
    <message>
      <source>No student is chosen.</source>
      <translation>未选择学生模型。</translation>
    </message>
    <message>
      <source>No teacher chosen.</source>
      <translation>未选择教师模型。</translation>
    </message>
    <message>
      <source>No warning matches the filter.</source>
      <translation>没有与筛选条件匹配的警告。</translation>
    </message>
    <message>
      <source>No warnings so far. While a run goes on, health rules watch its losses, gradients, outputs and scores.</source>
      <translation>目前没有警告。训练进行时，健康规则会监视其损失、梯度、输出和得分。</translation>
    </message>
    <message>
      <source>No {things}</source>
      <translation>0 {things}</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>否。</translation>
    </message>
    <message>
      <source>Nobody has confirmed yet which folders are real and which are fake.</source>
      <translation>尚无人确认哪些文件夹是真实图片，哪些是伪造图片。</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>None that can be used.</source>
      <translation>没有可用的。</translation>
    </message>
    <message>
      <source>Not a number</source>
      <translation>不是数字</translation>
    </message>
    <message>
      <source>Not all pictures were judged</source>
      <translation>并非所有图片都已判断</translation>
    </message>
    <message>
      <source>Not measured.</source>
      <translation>未测量。</translation>
    </message>
    <message>
      <source>Not opened</source>
      <translation>未打开</translation>
    </message>
    <message>
      <source>Not recognised.</source>
      <translation>无法识别。</translation>
    </message>
    <message>
      <source>Not seen: {kinds}</source>
      <translation>未查看：{kinds}</translation>
    </message>
    <message>
      <source>Not seen: {kinds}.</source>
      <translation>未查看：{kinds}。</translation>
    </message>
    <message>
      <source>Not taken over, as it cannot change from there:</source>
      <translation>未采用，因为无法从那里起更改:</translation>
    </message>
    <message>
      <source>Not written.</source>
      <translation>未写入。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Nothing found; try a shorter word</source>
      <translation>什么也没找到；请尝试更短的词</translation>
    </message>
    <message>
      <source>Nothing is running</source>
      <translation>没有正在运行的任务</translation>
    </message>
    <message>
      <source>Nothing need be done. Train from labels only to save the time, or use a better teacher: a wider student of your own, or this one with its head fitted to your images (command fit-teacher).</source>
      <translation>无需处理。可仅从标签训练以节省时间，或使用更好的教师模型：自己训练的更宽的学生模型，或将此教师模型的头部拟合到您的图片（命令 fit-teacher）。</translation>
    </message>
    <message>
      <source>Nothing says what it is: choose a class</source>
      <translation>没有任何信息表明其类别：请选择一个类别</translation>
    </message>
    <message>
      <source>Nothing stands against it.</source>
      <translation>没有任何妨碍。</translation>
    </message>
    <message>
      <source>Nothing to judge yet: no step has been reported.</source>
      <translation>尚无可判断的内容：还没有报告任何步。</translation>
    </message>
    <message>
      <source>Nothing was added to the queue</source>
      <translation>没有任何内容加入队列</translation>
    </message>
    <message>
      <source>Nothing wrong any more: what was noticed was answered and has stayed away.</source>
      <translation>已没有问题：所发现的问题已得到处理，没有再出现。</translation>
    </message>
    <message>
      <source>Nothing wrong: losses, gradients, outputs and scores are as they should be.</source>
      <translation>没有问题：损失、梯度、输出和得分都正常。</translation>
    </message>
    <message>
      <source>Noticed</source>
      <translation>察觉情况</translation>
    </message>
    <message>
      <source>Notify when a run ends</source>
      <translation>训练结束时通知</translation>
    </message>
    <message>
      <source>Now {value}.</source>
      <translation>当前为 {value}。</translation>
    </message>
    <message>
      <source>Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.</source>
      <translation>数值溢出：学习率过高、混合精度，或检查点中存在极大的值。</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>ONNX</source>
      <translation>ONNX</translation>
    </message>
    <message>
      <source>ONNX in 8 bits</source>
      <translation>8 位 ONNX</translation>
    </message>
    <message>
      <source>Of JPEG and WebP, drawn evenly from here to the highest.</source>
      <translation>适用于 JPEG 和 WebP，从此值到最高质量均匀抽取。</translation>
    </message>
    <message>
      <source>Of pictures that are cropped for training. whole: validation, test and the teacher's check judge all of a picture, as it will be judged in use. middle: only a crop in its middle, which is faster.</source>
      <translation>针对训练时被裁剪的图片。整张：验证、测试和教师模型检查都判断图片的全部，与实际使用时相同。中间：只判断中间的一块裁剪，速度更快。</translation>
    </message>
    <message>
      <source>Of these images, the share that is saved as JPEG, after all else.</source>
      <translation>在这些图片中，最后保存为 JPEG 的比例。</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Off skips the stage.</source>
      <translation>关闭则跳过该阶段。</translation>
    </message>
    <message>
      <source>On</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>On a GPU, a step is started as one piece, which saves time with small batches. Where the card or its driver cannot do that, steps are computed piece by piece.</source>
      <translation>在 GPU 上，一步作为一个整体启动，批次小时可节省时间。若显卡或其驱动程序不支持，则逐项计算。</translation>
    </message>
    <message>
      <source>On or off.</source>
      <translation>启用或关闭。</translation>
    </message>
    <message>
      <source>On the validation images the teacher itself is hardly better than chance.</source>
      <translation>在验证图片上，教师模型本身几乎不比随机好。</translation>
    </message>
    <message>
      <source>On validation the student is better than the teacher that it imitates, by more than chance explains.</source>
      <translation>在验证上，学生模型优于它所模仿的教师模型，且差距超出偶然所能解释的范围。</translation>
    </message>
    <message>
      <source>On {images:,} {split} images the two decide alike in {share}. Correlation of image scores: {scores}, of patch maps: {maps}.</source>
      <translation>在 {images:,} 张{split}图片上，两者判定一致的占 {share}。图片得分的相关性：{scores}，图块图的相关性：{maps}。</translation>
    </message>
    <message>
      <source>On: Bernoulli divergence per patch, whose gradient is bounded. Off: squared difference.</source>
      <translation>启用：每个图块的伯努利散度，其梯度有界。关闭：平方差。</translation>
    </message>
    <message>
      <source>On: the teacher's logits are calibrated once to [-6, 6]. Off: raw logits, which may explode the loss.</source>
      <translation>启用：教师模型的 logit 一次性校准到 [-6, 6]。关闭：使用原始 logit，可能导致损失爆炸。</translation>
    </message>
    <message>
      <source>One HTML file with all of this and more, to keep or pass on</source>
      <translation>包含以上全部及更多内容的单个 HTML 文件，可保存或转交</translation>
    </message>
    <message>
      <source>One class has far fewer training images than the other, or validation took far more or less of a class than was asked for.</source>
      <translation>某个类别的训练图片远少于另一个类别，或验证从某个类别取的图片远多于或远少于要求。</translation>
    </message>
    <message>
      <source>One class only</source>
      <translation>只有一个类别</translation>
    </message>
    <message>
      <source>One of {choices}.</source>
      <translation>可选值：{choices}。</translation>
    </message>
    <message>
      <source>One run at a time</source>
      <translation>一次一个训练</translation>
    </message>
    <message>
      <source>One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning rate, and switch mixed precision (amp) off.</source>
      <translation>这样的一步没有妨碍。如果持续出现，请从最后一个良好的检查点以十分之一的学习率恢复，并关闭混合精度（amp）。</translation>
    </message>
    <message>
      <source>One thing stands against starting.</source>
      <translation>有一项问题妨碍开始。</translation>
    </message>
    <message>
      <source>One warning stands in Set-up.</source>
      <translation>“准备”页有一条警告。</translation>
    </message>
    <message>
      <source>One-class batches</source>
      <translation>单一类别的批次</translation>
    </message>
    <message>
      <source>One-class batches above</source>
      <translation>单一类别批次上限</translation>
    </message>
    <message>
      <source>Opacity of the map</source>
      <translation>图的不透明度</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open a picture</source>
      <translation>打开图片</translation>
    </message>
    <message>
      <source>Open a picture…</source>
      <translation>打开图片…</translation>
    </message>
    <message>
      <source>Open another project in the File menu; drop pictures, folders and checkpoints on their fields.</source>
      <translation>在“文件”菜单中打开另一个项目；将图片、文件夹和检查点拖放到相应字段上。</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>打开项目</translation>
    </message>
    <message>
      <source>Open project {path}</source>
      <translation>打开项目 {path}</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>打开项目…</translation>
    </message>
    <message>
      <source>Open report card</source>
      <translation>打开报告卡</translation>
    </message>
    <message>
      <source>Open the guide where it explains this page</source>
      <translation>在说明此页的位置打开指南</translation>
    </message>
    <message>
      <source>Opening the file…</source>
      <translation>正在打开文件…</translation>
    </message>
    <message>
      <source>Opening the run…</source>
      <translation>正在打开训练…</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>选项</translation>
    </message>
    <message>
      <source>Or add them. The student says of each how probably it is fake, and from which probability on it is called so is yours to choose. The student is that of the run that is shown; another can be chosen above.</source>
      <translation>或添加图片。学生模型会给出每张图片为伪造的概率，从多大概率起判为伪造由您选择。学生模型取自所显示的训练；可在上方选择其他学生模型。</translation>
    </message>
    <message>
      <source>Or open one. You will see what the student, and its teacher if there is one, say of every patch of it. The networks are those of the run that is shown; others can be chosen above.</source>
      <translation>或打开一张图片。您将看到学生模型（以及教师模型，若有）对图片每个图块的判断。网络取自所显示的训练；可在上方选择其他网络。</translation>
    </message>
    <message>
      <source>Oscillation</source>
      <translation>震荡</translation>
    </message>
    <message>
      <source>Oscillation above</source>
      <translation>震荡上限</translation>
    </message>
    <message>
      <source>Oscillation, evaluations</source>
      <translation>震荡，评估次数</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>其他计算机</translation>
    </message>
    <message>
      <source>Other folder</source>
      <translation>其他文件夹</translation>
    </message>
    <message>
      <source>Other programs take it, or the memory for decoded images and teacher maps is set too high.</source>
      <translation>其他程序占用了它，或者为已解码图片和教师模型图设置的内存过大。</translation>
    </message>
    <message>
      <source>Otherwise a student is refused that was kept after an error (loss, collapse, numbers that are not finite)</source>
      <translation>否则，拒绝在出错（损失、坍缩、非有限数值）之后保存的学生模型</translation>
    </message>
    <message>
      <source>Otherwise a student whose AUC is near 0.5 is refused</source>
      <translation>否则，拒绝 AUC 接近 0.5 的学生模型</translation>
    </message>
    <message>
      <source>Otherwise nothing is written where a file is in the way</source>
      <translation>否则，已有同名文件时不写入任何内容</translation>
    </message>
    <message>
      <source>Out of use: it acts only when {when}.</source>
      <translation>未使用：仅当 {when} 时才起作用。</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Outcome of {format}</source>
      <translation>{format} 的结果</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>Page file exhausted</source>
      <translation>页面文件耗尽</translation>
    </message>
    <message>
      <source>Page file too small</source>
      <translation>页面文件过小</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Pages of settings</source>
      <translation>设置页面</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数量</translation>
    </message>
    <message>
      <source>Part of the run folder's name. Empty: the date and time.</source>
      <translation>训练文件夹名称的一部分。留空：日期和时间。</translation>
    </message>
    <message>
      <source>Passes over the training images (sgd and adamw).</source>
      <translation>遍历训练图片的次数（SGD 和 AdamW）。</translation>
    </message>
    <message>
      <source>Passes over the training images.</source>
      <translation>遍历训练图片的次数。</translation>
    </message>
    <message>
      <source>Patch differences</source>
      <translation>图块差异</translation>
    </message>
    <message>
      <source>Patch logits beyond this are pulled back. Of a given student whose head is kept, beyond what it begins with if that is farther.</source>
      <translation>超出此值的图块 logit 会被拉回。若给定的学生模型保留其头部，而它起始时的值更大，则以起始值为准。</translation>
    </message>
    <message>
      <source>Patch logits of the teacher</source>
      <translation>教师模型的图块 logit</translation>
    </message>
    <message>
      <source>Patch view</source>
      <translation>图块视图</translation>
    </message>
    <message>
      <source>PatchDistill broke down last time</source>
      <translation>PatchDistill 上次异常终止</translation>
    </message>
    <message>
      <source>PatchDistill cannot start</source>
      <translation>PatchDistill 无法启动</translation>
    </message>
    <message>
      <source>PatchDistill is open already</source>
      <translation>PatchDistill 已经打开</translation>
    </message>
    <message>
      <source>PatchDistill is open already, and takes one project from outside. Not opened: {names}.</source>
      <translation>PatchDistill 已经打开，每次只接受一个外部项目。未打开：{names}。</translation>
    </message>
    <message>
      <source>PatchDistill made a mistake and could not finish what it was doing.</source>
      <translation>PatchDistill 出现错误，无法完成当前操作。</translation>
    </message>
    <message>
      <source>PatchDistill projects ({endings})</source>
      <translation>PatchDistill 项目 ({endings})</translation>
    </message>
    <message>
      <source>Patches</source>
      <translation>图块</translation>
    </message>
    <message>
      <source>Patches, log scale</source>
      <translation>图块数，对数刻度</translation>
    </message>
    <message>
      <source>Patience of plateau</source>
      <translation>平台耐心值</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>Paused in {place}</source>
      <translation>已暂停：{place}</translation>
    </message>
    <message>
      <source>Paused. {why}</source>
      <translation>已暂停。{why}</translation>
    </message>
    <message>
      <source>Pausing</source>
      <translation>正在暂停</translation>
    </message>
    <message>
      <source>Pausing after this batch</source>
      <translation>将在本批次后暂停</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Picture and map</source>
      <translation>图片和图</translation>
    </message>
    <message>
      <source>Picture of the plots (PNG)…</source>
      <translation>图表的图片 (PNG)…</translation>
    </message>
    <message>
      <source>Picture under the map</source>
      <translation>图下的图片</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation>图片 (*.png)</translation>
    </message>
    <message>
      <source>Pictures and what the student says of them</source>
      <translation>图片以及学生模型对它们的判断</translation>
    </message>
    <message>
      <source>Pictures are scaled far down, or are smaller than a crop; there is no teacher to ask which view is best.</source>
      <translation>图片被大幅缩小，或小于裁剪尺寸；又没有教师模型可以用来判断哪种视图最好。</translation>
    </message>
    <message>
      <source>Pictures as they travel</source>
      <translation>传播中的图片</translation>
    </message>
    <message>
      <source>Pictures judged</source>
      <translation>已判断的图片</translation>
    </message>
    <message>
      <source>Pictures without labels</source>
      <translation>无标签图片</translation>
    </message>
    <message>
      <source>Pixel {column}, {row}: {said}</source>
      <translation>像素 {column}, {row}：{said}</translation>
    </message>
    <message>
      <source>Plot: comparison of runs</source>
      <translation>图表：训练比较</translation>
    </message>
    <message>
      <source>Plot: {plot}</source>
      <translation>图表：{plot}</translation>
    </message>
    <message>
      <source>Plots</source>
      <translation>图表</translation>
    </message>
    <message>
      <source>Point at the picture, or move with the arrow keys, to read its patches.</source>
      <translation>将指针移到图片上，或用方向键移动，即可读取图块。</translation>
    </message>
    <message>
      <source>Point at the plot to read figures.</source>
      <translation>将指针移到图表上即可读取数值。</translation>
    </message>
    <message>
      <source>Pooling</source>
      <translation>池化</translation>
    </message>
    <message>
      <source>Prepare a run on the Set-up page, come back and press Add present settings; or let a study make runs with several values of a setting. Run the queue then does them one after the other, also while nobody watches.</source>
      <translation>在“准备”页准备一次训练，返回后按“添加当前设置”；或者用一项研究，以某个设置的多个值生成多次训练。之后“运行队列”会依次完成它们，无人看管时也一样。</translation>
    </message>
    <message>
      <source>Preparing the demo's images…</source>
      <translation>正在准备演示图片…</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>正在准备…</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>预设</translation>
    </message>
    <message>
      <source>Press Look again on the page Images.</source>
      <translation>请在“图片”页按“重新查看”。</translation>
    </message>
    <message>
      <source>Probabilities of fake. Choose one to look into it.</source>
      <translation>伪造的概率。选择一张以深入查看。</translation>
    </message>
    <message>
      <source>Probability from which a picture is called fake</source>
      <translation>判为伪造的概率下限</translation>
    </message>
    <message>
      <source>Probability from which a picture is called fake, in per cent</source>
      <translation>判为伪造的概率下限，以百分比表示</translation>
    </message>
    <message>
      <source>Probability of fake</source>
      <translation>伪造概率</translation>
    </message>
    <message>
      <source>Probability of fake {probability} (not calibrated), logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation>伪造概率 {probability}（未校准），logit {logit:+.2f}，高于 {threshold:+.2f} 为伪造</translation>
    </message>
    <message>
      <source>Probability of fake {probability}, logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation>伪造概率 {probability}，logit {logit:+.2f}，高于 {threshold:+.2f} 为伪造</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Progress of the comparison</source>
      <translation>比较进度</translation>
    </message>
    <message>
      <source>Progress of the drills</source>
      <translation>演练进度</translation>
    </message>
    <message>
      <source>Progress of the export</source>
      <translation>导出进度</translation>
    </message>
    <message>
      <source>Progress of the learning-rate test</source>
      <translation>学习率测试进度</translation>
    </message>
    <message>
      <source>Progress of the measurement</source>
      <translation>测量进度</translation>
    </message>
    <message>
      <source>Progress of the teacher check</source>
      <translation>教师模型检查进度</translation>
    </message>
    <message>
      <source>Progress of the trial</source>
      <translation>试验进度</translation>
    </message>
    <message>
      <source>Progress on the taskbar</source>
      <translation>在任务栏上显示进度</translation>
    </message>
    <message>
      <source>Progress: run</source>
      <translation>进度：训练</translation>
    </message>
    <message>
      <source>Progress: stage</source>
      <translation>进度：阶段</translation>
    </message>
    <message>
      <source>Progress: step</source>
      <translation>进度：步</translation>
    </message>
    <message>
      <source>Proposed by its name, or by that of a folder above</source>
      <translation>根据其名称或上级文件夹的名称推定</translation>
    </message>
    <message>
      <source>Provoke each failure in a small run, and see how it ends</source>
      <translation>在一次小型训练中引发每种故障，观察其结局</translation>
    </message>
    <message>
      <source>Pulls weights to zero; never BatchNorm and biases.</source>
      <translation>把权重拉向零；从不作用于 BatchNorm 和偏置。</translation>
    </message>
    <message>
      <source>Put a run with the settings of Set-up at the end.</source>
      <translation>以“准备”页的设置在末尾加入一次训练。</translation>
    </message>
    <message>
      <source>Put a run with these settings at the end of the queue</source>
      <translation>以这些设置在队列末尾加入一次训练</translation>
    </message>
    <message>
      <source>PyTorch weights (.pth)</source>
      <translation>PyTorch 权重 (.pth)</translation>
    </message>
    <message>
      <source>PyTorch's out-of-memory error in a network's forward pass.</source>
      <translation>PyTorch 在网络前向传播中的内存不足错误。</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>ROC</source>
      <translation>ROC</translation>
    </message>
    <message>
      <source>Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them smaller.</source>
      <translation>增大已解码图片的内存（decoded_cache_mb），把图片复制到本地磁盘，或以更小的体积保存图片。</translation>
    </message>
    <message>
      <source>Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning rate; if the map stays constant, start again from new weights, or from another student.</source>
      <translation>增大防坍缩权重（variance_weight）和标签权重（alpha_task），降低学习率；若图仍为常数，请从新的权重或另一个学生模型重新开始。</translation>
    </message>
    <message>
      <source>Random flips</source>
      <translation>随机翻转</translation>
    </message>
    <message>
      <source>Random weights in place of the given student</source>
      <translation>用随机权重代替给定的学生模型</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient.</source>
      <translation>教师模型的原始 logit 可低至 -1190；校准后的 logit 与 KL 损失会限制每个图块的梯度。</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>重新读取</translation>
    </message>
    <message>
      <source>Reading "{name}"…</source>
      <translation>正在读取“{name}”…</translation>
    </message>
    <message>
      <source>Reading the run "{name}"…</source>
      <translation>正在读取训练“{name}”…</translation>
    </message>
    <message>
      <source>Reading the runs…</source>
      <translation>正在读取训练记录…</translation>
    </message>
    <message>
      <source>Reading training images</source>
      <translation>正在读取训练图像</translation>
    </message>
    <message>
      <source>Reading what earlier runs have left.</source>
      <translation>正在读取以前的训练留下的内容。</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <source>Real</source>
      <translation>真实</translation>
    </message>
    <message>
      <source>Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own training.</source>
      <translation>真实与伪造在某个文件夹、类别名称或检查点自身的训练中被颠倒了。</translation>
    </message>
    <message>
      <source>Real and fake files can be told apart by format, quality, size, metadata or the traces of JPEG in their pixels, whatever they show.</source>
      <translation>无论图片内容如何，仅凭格式、质量、大小、元数据或像素中的 JPEG 痕迹就能区分真实与伪造的文件。</translation>
    </message>
    <message>
      <source>Real, fake or left out for single folders (of a CSV: for its labels), and all below them. It goes before the names of the classes, and the nearest folder counts. Paths are written from the chosen folder, or in full.</source>
      <translation>为单个文件夹（CSV 则为其标签）及其下所有内容指定真实、伪造或排除。它优先于类别名称，以最近的文件夹为准。路径从所选文件夹写起，或写完整路径。</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>最近的项目</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Relative movement of the weights in 1,000 steps.</source>
      <translation>权重在 1,000 步内的相对变化。</translation>
    </message>
    <message>
      <source>Remedy</source>
      <translation>补救措施</translation>
    </message>
    <message>
      <source>Remedy.</source>
      <translation>补救措施。</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images that show the same into one set, or give one folder without train, val and test: validation is then split off so that they stay together. Where equal names mean different pictures, nothing is wrong.</source>
      <translation>删除列出的副本；若某张图片同时在两个类别中，删除标签错误的那张。把显示相同内容的图片移到同一个集合，或者只给出一个不含 train、val 和 test 的文件夹：这样划分验证集时会让它们保持在一起。如果相同的名称代表不同的图片，则没有问题。</translation>
    </message>
    <message>
      <source>Repeatability</source>
      <translation>可重复性</translation>
    </message>
    <message>
      <source>Replace files that are already there</source>
      <translation>替换已存在的文件</translation>
    </message>
    <message>
      <source>Report card</source>
      <translation>报告卡</translation>
    </message>
    <message>
      <source>Report every</source>
      <translation>报告间隔</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <source>Resizing</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Resizing destroys fine traces of generators.</source>
      <translation>缩放会破坏生成器留下的细微痕迹。</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Results and settings of the compared runs</source>
      <translation>所比较训练的结果和设置</translation>
    </message>
    <message>
      <source>Results by setting</source>
      <translation>按设置列出的结果</translation>
    </message>
    <message>
      <source>Results of runs outside of a study</source>
      <translation>研究之外的训练结果</translation>
    </message>
    <message>
      <source>Results of the study "{study}"</source>
      <translation>研究“{study}”的结果</translation>
    </message>
    <message>
      <source>Results of {run}</source>
      <translation>{run} 的结果</translation>
    </message>
    <message>
      <source>Results, settings and curves of 2 to 8 runs side by side.</source>
      <translation>并排显示 2 至 8 次训练的结果、设置和曲线。</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Resume the run "{name}"?</source>
      <translation>要继续训练“{name}”吗？</translation>
    </message>
    <message>
      <source>Resume {name}</source>
      <translation>继续 {name}</translation>
    </message>
    <message>
      <source>Resume: {remedy}</source>
      <translation>继续：{remedy}</translation>
    </message>
    <message>
      <source>Rise from 1 % of the learning rate; part of the stage's epochs.</source>
      <translation>从学习率的 1 % 开始上升；占该阶段轮数的份额。</translation>
    </message>
    <message>
      <source>Rollbacks allowed</source>
      <translation>允许的回退次数</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Run commands</source>
      <translation>训练命令</translation>
    </message>
    <message>
      <source>Run drills</source>
      <translation>运行演练</translation>
    </message>
    <message>
      <source>Run name</source>
      <translation>训练名称</translation>
    </message>
    <message>
      <source>Run the chosen entries earlier.</source>
      <translation>提前运行所选条目。</translation>
    </message>
    <message>
      <source>Run the chosen entries later.</source>
      <translation>推后运行所选条目。</translation>
    </message>
    <message>
      <source>Run the queue</source>
      <translation>运行队列</translation>
    </message>
    <message>
      <source>Run this stage</source>
      <translation>运行此阶段</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>正在运行</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>训练记录</translation>
    </message>
    <message>
      <source>Runs are kept here. Choose images and a teacher on the Set-up page and press Start, or try the demo.</source>
      <translation>训练记录保存在这里。请在“准备”页选择图片和教师模型并按“开始”，或试用演示。</translation>
    </message>
    <message>
      <source>Runs folder</source>
      <translation>训练文件夹</translation>
    </message>
    <message>
      <source>Runs that can go on</source>
      <translation>可以继续的训练</translation>
    </message>
    <message>
      <source>Runs the teacher over a sample of the images: its AUC, its range and the calibration it needs.</source>
      <translation>让教师模型处理一部分图片样本：得出其 AUC、范围以及所需的校准。</translation>
    </message>
    <message>
      <source>Runs to do</source>
      <translation>待运行的训练</translation>
    </message>
    <message>
      <source>Runs to do, one after the other, and studies</source>
      <translation>依次运行的训练，以及研究</translation>
    </message>
    <message>
      <source>Runs with several values of settings, and several seeds.</source>
      <translation>以设置的多个值和多个随机种子进行的训练。</translation>
    </message>
    <message>
      <source>SGD</source>
      <translation>SGD</translation>
    </message>
    <message>
      <source>Saturated beyond</source>
      <translation>饱和界限</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>饱和</translation>
    </message>
    <message>
      <source>Saturation above</source>
      <translation>饱和上限</translation>
    </message>
    <message>
      <source>Saturation limit</source>
      <translation>饱和限值</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save and end the run; it can be resumed</source>
      <translation>保存并结束训练；之后可以继续</translation>
    </message>
    <message>
      <source>Save both classes in the same way (same format, quality and size; a PNG that was a JPEG once keeps its traces, so save the other class as such a JPEG, too), or make them alike in training: degradations (degradations.strength) and crops (view). Then judge on images that were saved alike.</source>
      <translation>用相同方式保存两个类别（格式、质量和大小相同；曾为 JPEG 的 PNG 会保留其痕迹，因此另一类别也要保存为这样的 JPEG），或在训练中使它们相近：退化（degradations.strength）和裁剪（view）。然后在保存方式相同的图片上判断。</translation>
    </message>
    <message>
      <source>Save every</source>
      <translation>保存间隔</translation>
    </message>
    <message>
      <source>Save project</source>
      <translation>保存项目</translation>
    </message>
    <message>
      <source>Save project as…</source>
      <translation>项目另存为…</translation>
    </message>
    <message>
      <source>Save the figures</source>
      <translation>保存数值</translation>
    </message>
    <message>
      <source>Save the plots</source>
      <translation>保存图表</translation>
    </message>
    <message>
      <source>Save the table</source>
      <translation>保存表格</translation>
    </message>
    <message>
      <source>Save the table as CSV, with the columns of the command score.</source>
      <translation>将表格保存为 CSV，列与命令 score 的相同。</translation>
    </message>
    <message>
      <source>Save what is shown as a picture, or every figure as CSV.</source>
      <translation>将所示内容保存为图片，或将所有数值保存为 CSV。</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>Saved {file}.</source>
      <translation>已保存 {file}。</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>保存…</translation>
    </message>
    <message>
      <source>Saving</source>
      <translation>正在保存</translation>
    </message>
    <message>
      <source>Saving "{name}"…</source>
      <translation>正在保存“{name}”…</translation>
    </message>
    <message>
      <source>Say which are which…</source>
      <translation>指定类别…</translation>
    </message>
    <message>
      <source>Say which folders are real, fake or left out</source>
      <translation>指定哪些文件夹是真实、伪造或排除</translation>
    </message>
    <message>
      <source>Says both</source>
      <translation>两类皆有</translation>
    </message>
    <message>
      <source>Scale matching</source>
      <translation>尺度匹配</translation>
    </message>
    <message>
      <source>Scale matching on</source>
      <translation>启用尺度匹配</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>调度</translation>
    </message>
    <message>
      <source>Scoring damaged images</source>
      <translation>正在对受损图片评分</translation>
    </message>
    <message>
      <source>Scoring the validation images</source>
      <translation>正在对验证图片评分</translation>
    </message>
    <message>
      <source>Screenshots</source>
      <translation>屏幕截图</translation>
    </message>
    <message>
      <source>Search settings</source>
      <translation>搜索设置</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>搜索指南</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <source>Seed {seed}: {state}, AUC {auc}</source>
      <translation>随机种子 {seed}：{state}，AUC {auc}</translation>
    </message>
    <message>
      <source>Seeds, with commas between</source>
      <translation>随机种子，以逗号分隔</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>所见视图</translation>
    </message>
    <message>
      <source>Seen from step {first:,} to {last:,}.</source>
      <translation>出现于第 {first:,} 步至第 {last:,} 步。</translation>
    </message>
    <message>
      <source>Select a warning to read it in full and see what can be done.</source>
      <translation>选择一条警告即可查看全文以及可采取的措施。</translation>
    </message>
    <message>
      <source>Selected warning in full</source>
      <translation>所选警告的全文</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>准备</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Setting {number}</source>
      <translation>设置 {number}</translation>
    </message>
    <message>
      <source>Settings into Set-up</source>
      <translation>将设置填入“准备”页</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>严重程度</translation>
    </message>
    <message>
      <source>Share of each class and source that is split off for validation when no validation images are given.</source>
      <translation>未给出验证图片时，从每个类别和来源中划分出来用于验证的份额。</translation>
    </message>
    <message>
      <source>Share of images</source>
      <translation>图片份额</translation>
    </message>
    <message>
      <source>Share of images on the right side of 0.</source>
      <translation>位于 0 的正确一侧的图片份额。</translation>
    </message>
    <message>
      <source>Share of its weight down to which imitation fades. 0 lets it fade away: a little better on images like the training's, worse on others and on damaged ones.</source>
      <translation>模仿逐渐减弱时保留的权重份额。0 表示完全消失：在与训练图片相似的图片上略好，在其他图片和受损图片上较差。</translation>
    </message>
    <message>
      <source>Share of learning from the labels. 0 trains from the teacher only.</source>
      <translation>从标签学习的份额。0 表示仅从教师模型训练。</translation>
    </message>
    <message>
      <source>Share of learning from the teacher. 0 trains from labels only.</source>
      <translation>从教师模型学习的份额。0 表示仅从标签训练。</translation>
    </message>
    <message>
      <source>Share of patches in top-k</source>
      <translation>top-k 中的图块份额</translation>
    </message>
    <message>
      <source>Share of recent batches whose images are all of one class.</source>
      <translation>最近批次中图片全属同一类别的份额。</translation>
    </message>
    <message>
      <source>Share of recent steps whose gradient was clipped.</source>
      <translation>最近各步中梯度被裁剪的份额。</translation>
    </message>
    <message>
      <source>Share of saturated patch logits.</source>
      <translation>饱和的图块 logit 的份额。</translation>
    </message>
    <message>
      <source>Share of the JPEGs that keep colours at full resolution (4:4:4); in the others it is halved (4:2:0).</source>
      <translation>以全分辨率保留色彩（4:4:4）的 JPEG 份额；其余的色彩分辨率减半（4:2:0）。</translation>
    </message>
    <message>
      <source>Share that gets Gaussian noise in every colour.</source>
      <translation>在每个颜色通道加入高斯噪声的份额。</translation>
    </message>
    <message>
      <source>Share that is blurred.</source>
      <translation>被模糊的份额。</translation>
    </message>
    <message>
      <source>Share that is enlarged 1.25, 1.5 or 1.75 times, as on a screen whose scale is not whole, and brought back.</source>
      <translation>放大到 1.25、1.5 或 1.75 倍（如同缩放比例不是整数的屏幕）再恢复原大小的份额。</translation>
    </message>
    <message>
      <source>Share that is made smaller and brought back to its size, each with one of several filters.</source>
      <translation>缩小后再恢复原大小的份额，每张使用多种滤波器之一。</translation>
    </message>
    <message>
      <source>Share that is saved as lossy WebP.</source>
      <translation>保存为有损 WebP 的份额。</translation>
    </message>
    <message>
      <source>Share without labels, at most</source>
      <translation>无标签图片的最大份额</translation>
    </message>
    <message>
      <source>Shorter steps keep the logits small.</source>
      <translation>更短的步长使 logit 保持较小。</translation>
    </message>
    <message>
      <source>Shorter steps keep the numbers small.</source>
      <translation>更短的步长使数值保持较小。</translation>
    </message>
    <message>
      <source>Shorter steps stay where the loss is smooth.</source>
      <translation>更短的步长停留在损失平滑的区域。</translation>
    </message>
    <message>
      <source>Shorter steps stop jumping over the best place.</source>
      <translation>更短的步长不再越过最佳位置。</translation>
    </message>
    <message>
      <source>Show 1 advanced setting</source>
      <translation>显示 1 项高级设置</translation>
    </message>
    <message>
      <source>Show all of the picture (0)</source>
      <translation>显示整张图片 (0)</translation>
    </message>
    <message>
      <source>Show all plots again</source>
      <translation>重新显示所有图表</translation>
    </message>
    <message>
      <source>Show all text larger</source>
      <translation>放大所有文字</translation>
    </message>
    <message>
      <source>Show all text smaller</source>
      <translation>缩小所有文字</translation>
    </message>
    <message>
      <source>Show every plot, or only the two that matter most.</source>
      <translation>显示所有图表，或仅显示最重要的两个。</translation>
    </message>
    <message>
      <source>Show every step again (Home).</source>
      <translation>重新显示所有步 (Home)。</translation>
    </message>
    <message>
      <source>Show on the plots</source>
      <translation>在图表上显示</translation>
    </message>
    <message>
      <source>Show only {plot}</source>
      <translation>仅显示 {plot}</translation>
    </message>
    <message>
      <source>Show or hide the list</source>
      <translation>显示或隐藏列表</translation>
    </message>
    <message>
      <source>Show or hide {warnings}.</source>
      <translation>显示或隐藏各{warnings}。</translation>
    </message>
    <message>
      <source>Show step {step:,} on the plots</source>
      <translation>在图表上显示第 {step:,} 步</translation>
    </message>
    <message>
      <source>Show text as large as the system does</source>
      <translation>按系统大小显示文字</translation>
    </message>
    <message>
      <source>Show the raw scores that probabilities are made of.</source>
      <translation>显示用于得出概率的原始得分。</translation>
    </message>
    <message>
      <source>Show the run's curves and warnings (Enter or double-click).</source>
      <translation>显示该训练的曲线和警告（Enter 或双击）。</translation>
    </message>
    <message>
      <source>Show the run's files in the file manager.</source>
      <translation>在文件管理器中显示该训练的文件。</translation>
    </message>
    <message>
      <source>Show the run's results, curves and warnings (Enter or double-click).</source>
      <translation>显示该训练的结果、曲线和警告（Enter 或双击）。</translation>
    </message>
    <message>
      <source>Show {count} advanced settings</source>
      <translation>显示 {count} 项高级设置</translation>
    </message>
    <message>
      <source>Show {curve}</source>
      <translation>显示 {curve}</translation>
    </message>
    <message>
      <source>Show {warnings}: {count}</source>
      <translation>显示各{warnings}：{count}</translation>
    </message>
    <message>
      <source>Side of the square that the networks see.</source>
      <translation>网络所见正方形的边长。</translation>
    </message>
    <message>
      <source>Silent loss term</source>
      <translation>无效的损失项</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Size of a patch logit that counts as saturated. Of a given student whose head is kept, what it begins with if that is more.</source>
      <translation>达到多大的图块 logit 视为饱和。若给定的学生模型保留其头部，而它起始时的值更大，则以起始值为准。</translation>
    </message>
    <message>
      <source>Size of the caches</source>
      <translation>缓存大小</translation>
    </message>
    <message>
      <source>Sleep</source>
      <translation>休眠</translation>
    </message>
    <message>
      <source>Sleep of this computer</source>
      <translation>此计算机的休眠</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>缩小文字</translation>
    </message>
    <message>
      <source>Smallest size</source>
      <translation>最小尺寸</translation>
    </message>
    <message>
      <source>Smoothing: off</source>
      <translation>平滑：关闭</translation>
    </message>
    <message>
      <source>Smoothing: {reports}</source>
      <translation>平滑：{reports}</translation>
    </message>
    <message>
      <source>Softens both sides of the imitation loss; its gradient never exceeds this number.</source>
      <translation>使模仿损失的两侧更平缓；其梯度绝不超过此数值。</translation>
    </message>
    <message>
      <source>Some files cannot be read as images and are left out.</source>
      <translation>部分文件无法作为图片读取，已排除。</translation>
    </message>
    <message>
      <source>Some folders are neither real nor fake yet.</source>
      <translation>部分文件夹尚未确定是真实还是伪造。</translation>
    </message>
    <message>
      <source>Some folders are neither real nor fake yet: answer "{title}" beside the images.</source>
      <translation>部分文件夹尚未确定是真实还是伪造：请在图片旁回答“{title}”。</translation>
    </message>
    <message>
      <source>Some that count as fake</source>
      <translation>视为伪造的部分图片</translation>
    </message>
    <message>
      <source>Some that count as real</source>
      <translation>视为真实的部分图片</translation>
    </message>
    <message>
      <source>Some validation or test images are exact copies of images of an earlier set, or by their pixels or names show what an image there shows (the same picture saved again, scaled or cut, a real photograph and its imitation, tiles of a photograph, frames of a video), so results look better than they are; or some pictures are both among the real and the fake images, which teaches a contradiction.</source>
      <translation>部分验证或测试图片与前面集合中的图片完全相同，或从像素或名称看，显示的是其中某张图片的内容（同一图片再次保存、缩放或剪切，真实照片及其仿制品，照片的切块，视频的帧），因此结果看起来比实际好；或者有些图片同时属于真实和伪造图片，这会教给模型自相矛盾的内容。</translation>
    </message>
    <message>
      <source>Some without a label</source>
      <translation>无标签的部分图片</translation>
    </message>
    <message>
      <source>Something went wrong in PatchDistill</source>
      <translation>PatchDistill 出错了</translation>
    </message>
    <message>
      <source>Sources, such as one generator, that nothing is learned from: their images are test images, so that the final evaluation says how an unseen generator is recognised. Without test images, the validation share of the real training images is tested beside them.</source>
      <translation>不用于学习的来源，例如某个生成器：其图片作为测试图片，最终评估由此说明对未见过的生成器的识别能力。没有测试图片时，会另外用真实训练图片中相当于验证份额的部分一同测试。</translation>
    </message>
    <message>
      <source>Space left on the disk that holds the run.</source>
      <translation>保存训练的磁盘上的剩余空间。</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Spread against the teacher's.</source>
      <translation>与教师模型的离散度之比。</translation>
    </message>
    <message>
      <source>Spread of patch logits within an image.</source>
      <translation>一张图片内图块 logit 的离散度。</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>阶段</translation>
    </message>
    <message>
      <source>Stage 1</source>
      <translation>阶段 1</translation>
    </message>
    <message>
      <source>Stage 1 trains the last layer only.</source>
      <translation>阶段 1 只训练最后一层。</translation>
    </message>
    <message>
      <source>Stage 1: the head alone</source>
      <translation>阶段 1：仅头部</translation>
    </message>
    <message>
      <source>Stage 2</source>
      <translation>阶段 2</translation>
    </message>
    <message>
      <source>Stage 2: the whole student</source>
      <translation>阶段 2：整个学生模型</translation>
    </message>
    <message>
      <source>Stage 3 trains the same student from labels only, for as long as stage 2; where it is better, and clearly above the teacher, it is delivered instead. doubt: where the student has come above its teacher, or the teacher is weak. The run then takes up to twice as long.</source>
      <translation>阶段 3 仅从标签训练同一个学生模型，长度与阶段 2 相同；如果它更好且明显高于教师模型，则改为交付它。存疑时（doubt）：学生模型已超过其教师模型，或教师模型较弱。此时训练最多需要两倍时间。</translation>
    </message>
    <message>
      <source>Stage 3: the control</source>
      <translation>阶段 3：对照</translation>
    </message>
    <message>
      <source>Stage {stage}</source>
      <translation>阶段 {stage}</translation>
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in pixels of the picture's own size.</source>
      <translation>标准差在 0 到此值之间均匀抽取，以图片自身大小的像素计。</translation>
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in steps of the 256 that a colour has.</source>
      <translation>标准差在 0 到此值之间均匀抽取，以颜色的 256 级计。</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Start a new run with its settings.</source>
      <translation>以其设置开始新的训练。</translation>
    </message>
    <message>
      <source>Start again from new weights</source>
      <translation>从新的权重重新开始</translation>
    </message>
    <message>
      <source>Start again from the given student, with shorter steps</source>
      <translation>从给定的学生模型重新开始，步长更短</translation>
    </message>
    <message>
      <source>Start from the recommended settings</source>
      <translation>从推荐的设置开始</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <source>Starting values of the stages. recommended: measured best. from_scratch: longer, no stage 1. conservative: tiny steps from a trained student checkpoint.</source>
      <translation>各阶段的起始值。推荐：实测最佳。from_scratch（从头）：更长，无阶段 1。保守：从已训练的学生模型检查点以极小的步长开始。</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>正在启动…</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>State of the run</source>
      <translation>训练状态</translation>
    </message>
    <message>
      <source>Statistics lag</source>
      <translation>统计量滞后</translation>
    </message>
    <message>
      <source>Statistics lag above</source>
      <translation>统计量滞后上限</translation>
    </message>
    <message>
      <source>Step size of everything before the last layer.</source>
      <translation>最后一层之前所有层的步长。</translation>
    </message>
    <message>
      <source>Step size of the last layer (sgd and adamw).</source>
      <translation>最后一层的步长（SGD 和 AdamW）。</translation>
    </message>
    <message>
      <source>Step size of the last layer.</source>
      <translation>最后一层的步长。</translation>
    </message>
    <message>
      <source>Step {number}: {title}</source>
      <translation>第 {number} 步：{title}</translation>
    </message>
    <message>
      <source>Step {step:,}: {deed}</source>
      <translation>第 {step:,} 步：{deed}</translation>
    </message>
    <message>
      <source>Step, stage, machine and loss terms</source>
      <translation>步、阶段、计算机和损失项</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>Steps between reported figures.</source>
      <translation>相邻两次报告数值之间的步数。</translation>
    </message>
    <message>
      <source>Steps in a row with NaN or infinity that are skipped before the run stops.</source>
      <translation>连续多少步出现 NaN 或无穷大时停止训练；在此之前跳过这些步。</translation>
    </message>
    <message>
      <source>Steps keep their own length again.</source>
      <translation>各步重新保持自身的长度。</translation>
    </message>
    <message>
      <source>Steps left out</source>
      <translation>略过的步数</translation>
    </message>
    <message>
      <source>Steps looked at</source>
      <translation>查看的步数</translation>
    </message>
    <message>
      <source>Steps so long throw away what the ones before have learned.</source>
      <translation>这样长的步长会丢掉先前各步学到的内容。</translation>
    </message>
    <message>
      <source>Steps that are kept to be computed again when a kind of error is met; 0 keeps none.</source>
      <translation>遇到某类错误时保留以便重新计算的步数；0 表示不保留。</translation>
    </message>
    <message>
      <source>Steps that are too long throw the weights out of reach.</source>
      <translation>过长的步长会使权重远离可用范围。</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop and close</source>
      <translation>停止并关闭</translation>
    </message>
    <message>
      <source>Stop it first, or wait until it has finished.</source>
      <translation>请先将其停止，或等它完成。</translation>
    </message>
    <message>
      <source>Stop it first.</source>
      <translation>请先将其停止。</translation>
    </message>
    <message>
      <source>Stop, save and close</source>
      <translation>停止、保存并关闭</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <source>Stopped and saved</source>
      <translation>已停止并保存</translation>
    </message>
    <message>
      <source>Stopped before anything was saved</source>
      <translation>在保存任何内容之前已停止</translation>
    </message>
    <message>
      <source>Stopped before the end.</source>
      <translation>在结束之前已停止。</translation>
    </message>
    <message>
      <source>Stopped, goes on</source>
      <translation>已停止，将继续</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>已停止。</translation>
    </message>
    <message>
      <source>Stopped. What was made is deleted.</source>
      <translation>已停止。已生成的内容已删除。</translation>
    </message>
    <message>
      <source>Stopping the run…</source>
      <translation>正在停止训练…</translation>
    </message>
    <message>
      <source>Stopping: saving the run</source>
      <translation>正在停止：保存训练</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <source>Strongest blur</source>
      <translation>最强模糊</translation>
    </message>
    <message>
      <source>Strongest noise</source>
      <translation>最强噪声</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>学生模型</translation>
    </message>
    <message>
      <source>Student and teacher</source>
      <translation>学生模型与教师模型</translation>
    </message>
    <message>
      <source>Student checkpoint</source>
      <translation>学生模型检查点</translation>
    </message>
    <message>
      <source>Student input filter</source>
      <translation>学生模型输入滤波器</translation>
    </message>
    <message>
      <source>Student network</source>
      <translation>学生模型网络</translation>
    </message>
    <message>
      <source>Student recognised as</source>
      <translation>学生模型识别为</translation>
    </message>
    <message>
      <source>Student saturated</source>
      <translation>学生模型饱和</translation>
    </message>
    <message>
      <source>Student's map</source>
      <translation>学生模型的图</translation>
    </message>
    <message>
      <source>Student, test</source>
      <translation>学生模型，测试</translation>
    </message>
    <message>
      <source>Student, validation</source>
      <translation>学生模型，验证</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>研究</translation>
    </message>
    <message>
      <source>Study…</source>
      <translation>研究…</translation>
    </message>
    <message>
      <source>Surest mistakes</source>
      <translation>最有把握的错误</translation>
    </message>
    <message>
      <source>Suspicious regions</source>
      <translation>可疑区域</translation>
    </message>
    <message>
      <source>Swap real and fake</source>
      <translation>交换真实与伪造</translation>
    </message>
    <message>
      <source>Swapped labels</source>
      <translation>标签颠倒</translation>
    </message>
    <message>
      <source>Swing of validation AUC over the last evaluations.</source>
      <translation>最近几次评估中验证 AUC 的波动幅度。</translation>
    </message>
    <message>
      <source>Switch scale matching on (enable_scale_matching).</source>
      <translation>启用尺度匹配（enable_scale_matching）。</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>标记</translation>
    </message>
    <message>
      <source>Take all pictures out of the list; nothing happens on the disk.</source>
      <translation>从列表中移除所有图片；磁盘上不会有任何改变。</translation>
    </message>
    <message>
      <source>Take back the last change in Set-up</source>
      <translation>撤销“准备”页的上一次更改</translation>
    </message>
    <message>
      <source>Take its settings into Set-up, raise the epochs of stage 2 there, then resume it again.</source>
      <translation>将其设置填入“准备”页，在那里增加阶段 2 的轮数，然后再次继续训练。</translation>
    </message>
    <message>
      <source>Take proposals and choices into the settings</source>
      <translation>将推定和选择填入设置</translation>
    </message>
    <message>
      <source>Take the best student away: formats, proof, report card</source>
      <translation>导出最佳学生模型：格式、核验、报告卡</translation>
    </message>
    <message>
      <source>Take the chosen entries out; the folders of their runs stay.</source>
      <translation>移除所选条目；其训练文件夹会保留。</translation>
    </message>
    <message>
      <source>Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).</source>
      <translation>采用所指出的滤波器和归一化（teacher.input_filter、teacher.normalisation）。</translation>
    </message>
    <message>
      <source>Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).</source>
      <translation>采用推荐预设的学习率，或将 head_lr 和 backbone_lr 提高到十倍。如果已是通常的学习率，请训练更多轮，或使用更小的批次（batch_size、accumulate）。</translation>
    </message>
    <message>
      <source>Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); choose a teacher that was trained on such images, or fit the head of this one to yours (command fit-teacher).</source>
      <translation>采用教师模型训练时的尺寸（data.size），尤其是当图片更小因而会被放大时；尝试它的其他输入滤波器（teacher.input_filter）和归一化（teacher.normalisation）；选择用此类图片训练的教师模型，或使此教师模型的头部拟合您的图片（命令 fit-teacher）。</translation>
    </message>
    <message>
      <source>Take the student away: formats, each proven first (Ctrl+E)</source>
      <translation>导出学生模型：多种格式，每种都先核验 (Ctrl+E)</translation>
    </message>
    <message>
      <source>Take the student with the best validation AUC of the chosen row away.</source>
      <translation>导出所选行中验证 AUC 最高的学生模型。</translation>
    </message>
    <message>
      <source>Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels (alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.</source>
      <translation>采用通常的学习率（head_lr、backbone_lr）；若模仿教师模型，将标签权重（alpha_task）提高到 0.9，并降低模仿权重（alpha_distill）；尝试以原始分辨率裁剪。</translation>
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size). If pictures will be scaled down wherever the student is used, leave it as it is.</source>
      <translation>采用所指出的视图和尺寸（data.view、data.size）。如果在使用学生模型的任何地方图片都会被缩小，则保持不变。</translation>
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size); the student learns from what the teacher sees.</source>
      <translation>采用所指出的视图和尺寸（data.view、data.size）；学生模型从教师模型所见的内容中学习。</translation>
    </message>
    <message>
      <source>Takes effect {when}.</source>
      <translation>生效时间：{when}。</translation>
    </message>
    <message>
      <source>Targets of one value per image, so that the relation term has nothing to compare.</source>
      <translation>每张图片的目标只有一个值，因此关系项没有可比较的内容。</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>教师模型</translation>
    </message>
    <message>
      <source>Teacher better in another view</source>
      <translation>教师模型在另一种视图下更好</translation>
    </message>
    <message>
      <source>Teacher check</source>
      <translation>教师模型检查</translation>
    </message>
    <message>
      <source>Teacher checkpoint</source>
      <translation>教师模型检查点</translation>
    </message>
    <message>
      <source>Teacher checkpoint, in short</source>
      <translation>教师模型检查点（简要）</translation>
    </message>
    <message>
      <source>Teacher fed in another way than it was trained</source>
      <translation>教师模型的输入方式与训练时不同</translation>
    </message>
    <message>
      <source>Teacher input filter</source>
      <translation>教师模型输入滤波器</translation>
    </message>
    <message>
      <source>Teacher is asked about</source>
      <translation>询问教师模型所用的图片</translation>
    </message>
    <message>
      <source>Teacher normalisation</source>
      <translation>教师模型归一化</translation>
    </message>
    <message>
      <source>Teacher of a huge range</source>
      <translation>范围巨大的教师模型</translation>
    </message>
    <message>
      <source>Teacher outrun</source>
      <translation>教师模型被超越</translation>
    </message>
    <message>
      <source>Teacher recognised as</source>
      <translation>教师模型识别为</translation>
    </message>
    <message>
      <source>Teacher saturated</source>
      <translation>教师模型饱和</translation>
    </message>
    <message>
      <source>Teacher scaled to about [-1190, 8], imitated by the old loss: squared difference of raw logits.</source>
      <translation>教师模型缩放到约 [-1190, 8]，并以旧的损失来模仿：原始 logit 之差的平方。</translation>
    </message>
    <message>
      <source>Teacher's map</source>
      <translation>教师模型的图</translation>
    </message>
    <message>
      <source>Teacher's range too wide</source>
      <translation>教师模型的范围过宽</translation>
    </message>
    <message>
      <source>Teacher, raw logits</source>
      <translation>教师模型，原始 logit</translation>
    </message>
    <message>
      <source>Teacher, validation AUC</source>
      <translation>教师模型，验证 AUC</translation>
    </message>
    <message>
      <source>Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.</source>
      <translation>此系列的教师模型会漂移到宽而重尾的范围；吸收这种漂移的尺度匹配已关闭。</translation>
    </message>
    <message>
      <source>Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.</source>
      <translation>此系列的教师模型会漂移到极大的负 logit；吸收这种漂移的尺度匹配已关闭。</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <source>Ten times</source>
      <translation>十倍</translation>
    </message>
    <message>
      <source>Ten times the learning rate</source>
      <translation>十倍学习率</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>Test AUC</source>
      <translation>测试 AUC</translation>
    </message>
    <message>
      <source>Test images</source>
      <translation>测试图片</translation>
    </message>
    <message>
      <source>Test images are of one class, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation>测试图片全属同一类别，因此这些是验证集的结果；最佳轮和阈值正是据此选出的，所以数值略微偏好。</translation>
    </message>
    <message>
      <source>Test images do not exist, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation>没有测试图片，因此这些是验证集的结果；最佳轮和阈值正是据此选出的，所以数值略微偏好。</translation>
    </message>
    <message>
      <source>Test learning rates</source>
      <translation>测试学习率</translation>
    </message>
    <message>
      <source>Testing the student</source>
      <translation>正在测试学生模型</translation>
    </message>
    <message>
      <source>Testing the teacher</source>
      <translation>正在测试教师模型</translation>
    </message>
    <message>
      <source>Text of the topic</source>
      <translation>主题正文</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>操作未成功</translation>
    </message>
    <message>
      <source>That is {runs}.</source>
      <translation>共 {runs}。</translation>
    </message>
    <message>
      <source>The GPU had no memory left for a step</source>
      <translation>GPU 内存不足以完成一步</translation>
    </message>
    <message>
      <source>The GPU had no memory left for a step, so the run ended. What was saved is safe.</source>
      <translation>GPU 内存不足以完成一步，因此训练已终止。已保存的内容是安全的。</translation>
    </message>
    <message>
      <source>The KL loss bounds every patch's gradient; a squared difference does not.</source>
      <translation>KL 损失会限制每个图块的梯度；差的平方则不会。</translation>
    </message>
    <message>
      <source>The architecture that is trained. A student checkpoint brings its own.</source>
      <translation>所训练的架构。学生模型检查点自带架构。</translation>
    </message>
    <message>
      <source>The average of the last steps swings less.</source>
      <translation>最后若干步的平均值波动更小。</translation>
    </message>
    <message>
      <source>The batches are very small, or one class is rare.</source>
      <translation>批次太小，或某一类别很少。</translation>
    </message>
    <message>
      <source>The best AUC of the same training from labels only: this run's own control, or a run beside it.</source>
      <translation>仅从标签进行的相同训练的最佳 AUC：本次训练自带的对照，或旁边的另一次训练。</translation>
    </message>
    <message>
      <source>The caches were not emptied</source>
      <translation>缓存未清空</translation>
    </message>
    <message>
      <source>The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained with. What reaches its first layer does not fit what that layer remembers of its training.</source>
      <translation>检查点没有说明其图片的预处理方式，而通常的方式并不是它训练时所用的。到达其第一层的内容与该层在训练中记住的内容不符。</translation>
    </message>
    <message>
      <source>The checkpoint is untrained or damaged, or does not fit its input filter.</source>
      <translation>检查点未经训练或已损坏，或与其输入滤波器不符。</translation>
    </message>
    <message>
      <source>The computer does not fall asleep by itself while a run goes on. Closing a laptop's lid still suspends it.</source>
      <translation>训练进行期间，计算机不会自行休眠。合上笔记本电脑的盖子仍会使其休眠。</translation>
    </message>
    <message>
      <source>The default is best balanced on validation.</source>
      <translation>默认值在验证集上最为均衡。</translation>
    </message>
    <message>
      <source>The demo could not be prepared</source>
      <translation>无法准备演示</translation>
    </message>
    <message>
      <source>The disk is nearly full.</source>
      <translation>磁盘空间快用完了。</translation>
    </message>
    <message>
      <source>The earlier run that is shown</source>
      <translation>所显示的以前的训练</translation>
    </message>
    <message>
      <source>The files give the label away</source>
      <translation>文件泄露标签</translation>
    </message>
    <message>
      <source>The fit is then less noisy.</source>
      <translation>这样拟合的噪声更小。</translation>
    </message>
    <message>
      <source>The folder was not compared</source>
      <translation>该文件夹未进行比较</translation>
    </message>
    <message>
      <source>The folders hold that many more images of one class; or they show so few photographs, videos or other groups that validation, which never tears one apart, cannot take just its share.</source>
      <translation>文件夹中某一类别的图片确实多出这么多；或者其中的照片、视频或其他组太少，而验证集从不拆分一组，因此无法恰好取得应有的份额。</translation>
    </message>
    <message>
      <source>The gradient is practically zero while the loss is not, so the weights cannot improve.</source>
      <translation>梯度几乎为零而损失不为零，因此权重无法改进。</translation>
    </message>
    <message>
      <source>The gradient is very long before it is clipped, and stays so.</source>
      <translation>裁剪前的梯度非常大，并且一直如此。</translation>
    </message>
    <message>
      <source>The guide</source>
      <translation>指南</translation>
    </message>
    <message>
      <source>The images are still being looked through.</source>
      <translation>仍在查看图片。</translation>
    </message>
    <message>
      <source>The images have not been looked through.</source>
      <translation>尚未查看图片。</translation>
    </message>
    <message>
      <source>The labels lead on where the teacher holds back.</source>
      <translation>在教师模型起阻碍作用时，由标签继续引导。</translation>
    </message>
    <message>
      <source>The labels' term then has something to work on.</source>
      <translation>这样标签项才有可以起作用的对象。</translation>
    </message>
    <message>
      <source>The last run failed; the page Run says why.</source>
      <translation>上次训练失败；“训练”页说明了原因。</translation>
    </message>
    <message>
      <source>The last run is {state}{auc}.</source>
      <translation>上次训练：{state}{auc}。</translation>
    </message>
    <message>
      <source>The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are not in the images (resizing destroys them).</source>
      <translation>学习率过高，或几乎不改变权重；模仿淹没了标签；或者痕迹不在图片中（缩放会破坏它们）。</translation>
    </message>
    <message>
      <source>The learning rate is no lower than usual, but there is hardly a gradient: it is clipped to next to nothing, or what is trained is dead.</source>
      <translation>学习率并不低于通常的值，但几乎没有梯度：梯度被裁剪到近乎为零，或所训练的部分已失效。</translation>
    </message>
    <message>
      <source>The learning rate is too high for the last stretch, or there are few validation images.</source>
      <translation>学习率对最后一段而言过高，或验证图片太少。</translation>
    </message>
    <message>
      <source>The learning rate is too high, or raw teacher logits of a huge range are imitated.</source>
      <translation>学习率过高，或模仿了范围巨大的教师模型原始 logit。</translation>
    </message>
    <message>
      <source>The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.</source>
      <translation>对于被裁剪的梯度（论文公布的学习率即是如此）或这么少的步数，学习率过小。</translation>
    </message>
    <message>
      <source>The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.</source>
      <translation>学习率或损失的尺度过高；教师模型的原始 logit 是常见原因。</translation>
    </message>
    <message>
      <source>The loss is far above what it was a moment ago, or above any useful size.</source>
      <translation>损失远高于片刻之前的值，或高于任何有用的大小。</translation>
    </message>
    <message>
      <source>The maps of other validations may still be there: move the slider below.</source>
      <translation>其他验证的图可能仍在：请移动下方的滑块。</translation>
    </message>
    <message>
      <source>The middle, a logit of {logit}, is the decision threshold: blue is below, orange above</source>
      <translation>中间（logit 为 {logit}）是判定阈值：蓝色低于它，橙色高于它</translation>
    </message>
    <message>
      <source>The names of the classes the wrong way round: real images count as fake, and fake ones as real.</source>
      <translation>类别名称弄反了：真实图片被当作伪造，伪造图片被当作真实。</translation>
    </message>
    <message>
      <source>The names say real and fake: choose a class</source>
      <translation>名称同时表示真实和伪造：请选择一个类别</translation>
    </message>
    <message>
      <source>The next run decodes its images and asks its teacher again.</source>
      <translation>下一次训练会重新解码图片并重新询问教师模型。</translation>
    </message>
    <message>
      <source>The other class's folder is empty or is named in a way that is not understood.</source>
      <translation>另一类别的文件夹为空，或其命名方式无法理解。</translation>
    </message>
    <message>
      <source>The page Set-up, with everything that a run can be told</source>
      <translation>“准备”页，包含一次训练的所有可设置项</translation>
    </message>
    <message>
      <source>The patch maps {file} are damaged: {error}.</source>
      <translation>图块图 {file} 已损坏：{error}。</translation>
    </message>
    <message>
      <source>The patch maps {file} are no longer in the run's folder.</source>
      <translation>图块图 {file} 已不在训练文件夹中。</translation>
    </message>
    <message>
      <source>The patch maps {file} cannot be read: {why}.</source>
      <translation>无法读取图块图 {file}：{why}。</translation>
    </message>
    <message>
      <source>The patch maps {file} have an unknown form.</source>
      <translation>图块图 {file} 的格式未知。</translation>
    </message>
    <message>
      <source>The picture was not looked into</source>
      <translation>未能查看该图片</translation>
    </message>
    <message>
      <source>The picture, and beside it what the student sees: orange looks fake to it, blue real. Click to look into one.</source>
      <translation>图片及其旁边学生模型所见的内容：橙色表示它认为伪造，蓝色表示真实。单击可深入查看。</translation>
    </message>
    <message>
      <source>The program's button shows how far the run is</source>
      <translation>程序的任务栏按钮显示训练的进度</translation>
    </message>
    <message>
      <source>The program, or a part of the system that it uses, crashed and was ended by the system.</source>
      <translation>程序或其使用的系统部件崩溃，已被系统终止。</translation>
    </message>
    <message>
      <source>The project "{name}" has changes that are not saved.</source>
      <translation>项目“{name}”有未保存的更改。</translation>
    </message>
    <message>
      <source>The project was not opened</source>
      <translation>项目未打开</translation>
    </message>
    <message>
      <source>The project was not saved</source>
      <translation>项目未保存</translation>
    </message>
    <message>
      <source>The published learning rates, at which the weights hardly move.</source>
      <translation>论文公布的学习率，权重几乎不变。</translation>
    </message>
    <message>
      <source>The queue is done.</source>
      <translation>队列已完成。</translation>
    </message>
    <message>
      <source>The queue is held after this run.</source>
      <translation>队列将在本次训练后暂停。</translation>
    </message>
    <message>
      <source>The queue is held: no other run is begun.</source>
      <translation>队列已暂停：不会再开始其他训练。</translation>
    </message>
    <message>
      <source>The queue is running.</source>
      <translation>队列正在运行。</translation>
    </message>
    <message>
      <source>The queue was interrupted: {done} of {all} done. Go on?</source>
      <translation>队列曾被中断：已完成 {done} / {all}。要继续吗？</translation>
    </message>
    <message>
      <source>The queue was not changed</source>
      <translation>队列未更改</translation>
    </message>
    <message>
      <source>The queue was not run</source>
      <translation>队列未运行</translation>
    </message>
    <message>
      <source>The remedy was not taken into Set-up</source>
      <translation>补救措施未填入“准备”页</translation>
    </message>
    <message>
      <source>The report card is {file}.</source>
      <translation>报告卡为 {file}。</translation>
    </message>
    <message>
      <source>The run "{name}" has no events that can be read, so there is nothing to show of it.</source>
      <translation>训练“{name}”没有可读取的事件，因此没有可显示的内容。</translation>
    </message>
    <message>
      <source>The run begins.</source>
      <translation>训练开始。</translation>
    </message>
    <message>
      <source>The run failed.</source>
      <translation>训练失败。</translation>
    </message>
    <message>
      <source>The run goes on. Matrix, curves and mistakes are measured when it has ended.</source>
      <translation>训练正在进行。矩阵、曲线和错误将在其结束后测量。</translation>
    </message>
    <message>
      <source>The run has ended</source>
      <translation>训练已结束</translation>
    </message>
    <message>
      <source>The run has failed</source>
      <translation>训练失败</translation>
    </message>
    <message>
      <source>The run has finished</source>
      <translation>训练已完成</translation>
    </message>
    <message>
      <source>The run has stopped</source>
      <translation>训练已停止</translation>
    </message>
    <message>
      <source>The run in {folder} is going on, so it was left alone.</source>
      <translation>{folder} 中的训练正在进行，因此未作改动。</translation>
    </message>
    <message>
      <source>The run stops with a list when a larger share of the images cannot be read; never for a single one, unless 0.</source>
      <translation>无法读取的图片超过此份额时，训练会停止并列出它们；只有一张时绝不停止，除非设为 0。</translation>
    </message>
    <message>
      <source>The run was not opened</source>
      <translation>训练未打开</translation>
    </message>
    <message>
      <source>The run was stopped, so the queue is held. Run the queue goes on with that run.</source>
      <translation>训练已停止，因此队列暂停。“运行队列”会继续该训练。</translation>
    </message>
    <message>
      <source>The run's folder is called so.</source>
      <translation>训练文件夹使用此名称。</translation>
    </message>
    <message>
      <source>The run's networks were not taken</source>
      <translation>未采用该训练的网络</translation>
    </message>
    <message>
      <source>The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.</source>
      <translation>BatchNorm 的滑动平均（动量为 0.001）尚未跟上权重。</translation>
    </message>
    <message>
      <source>The runs were not read</source>
      <translation>未能读取训练记录</translation>
    </message>
    <message>
      <source>The same for ONNX Runtime, in any batch and size; needs no PyTorch.</source>
      <translation>同上，用于 ONNX Runtime，支持任意批次和尺寸；无需 PyTorch。</translation>
    </message>
    <message>
      <source>The same of the target made from the teacher.</source>
      <translation>由教师模型得出的目标的同一数值。</translation>
    </message>
    <message>
      <source>The same pictures were put into more than one folder, or images were dealt to the sets one by one.</source>
      <translation>同一批图片被放入多个文件夹，或图片被逐张分配到各集合。</translation>
    </message>
    <message>
      <source>The same student, trained from labels only for as many steps, is better on validation than the one that had the teacher. The student delivered learned without the teacher.</source>
      <translation>同一个学生模型仅从标签训练相同步数，在验证集上优于跟随教师模型的那个。交付的学生模型是在没有教师模型的情况下学习的。</translation>
    </message>
    <message>
      <source>The same teacher tells real from fake clearly better where pictures are scaled or cropped in another way.</source>
      <translation>以另一种方式缩放或裁剪图片时，同一教师模型区分真实与伪造的能力明显更好。</translation>
    </message>
    <message>
      <source>The same weights, with notes on filter, view and threshold.</source>
      <translation>相同的权重，附有关于滤波器、视图和阈值的说明。</translation>
    </message>
    <message>
      <source>The same without a teacher, to compare with in Runs</source>
      <translation>不使用教师模型的相同训练，可在“训练记录”中比较</translation>
    </message>
    <message>
      <source>The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more slowly than its learning rate says.</source>
      <translation>损失的尺度或学习率与限值不匹配。AdamW 几乎不受影响；SGD 的训练则比其学习率所示的更慢。</translation>
    </message>
    <message>
      <source>The settings of the run "{name}" are not understood. {why}</source>
      <translation>无法理解训练“{name}”的设置。{why}</translation>
    </message>
    <message>
      <source>The soft wall leads huge logits back.</source>
      <translation>软墙会把巨大的 logit 引导回来。</translation>
    </message>
    <message>
      <source>The sources that were found in the images</source>
      <translation>在图片中找到的来源</translation>
    </message>
    <message>
      <source>The spread below which the term above acts, as a share of the teacher's (at most 1 logit).</source>
      <translation>离散度低于此值时上面的项起作用，以教师模型离散度的份额计（最多 1 logit）。</translation>
    </message>
    <message>
      <source>The steps are too few for usual learning rates.</source>
      <translation>步数太少，不适合通常的学习率。</translation>
    </message>
    <message>
      <source>The student cannot be used</source>
      <translation>无法使用该学生模型</translation>
    </message>
    <message>
      <source>The student gives every patch of an image nearly the same logit: its map has become a constant.</source>
      <translation>学生模型对一张图片的每个图块给出几乎相同的 logit：它的图已变为常数。</translation>
    </message>
    <message>
      <source>The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.</source>
      <translation>学生模型从标签中学到的已超过教师模型所知；从此模仿可能降低 AUC。</translation>
    </message>
    <message>
      <source>The student imitates raw teacher logits, or the learning rate is too high.</source>
      <translation>学生模型模仿教师模型的原始 logit，或学习率过高。</translation>
    </message>
    <message>
      <source>The student judges pictures of yours, and can be exported.</source>
      <translation>学生模型可以判断您的图片，也可以导出。</translation>
    </message>
    <message>
      <source>The student scores images differently in training and in evaluation, so what is evaluated is not what was trained.</source>
      <translation>学生模型在训练和评估时对图片的评分不同，因此被评估的并不是所训练的。</translation>
    </message>
    <message>
      <source>The student was trained from labels only, without a teacher.</source>
      <translation>该学生模型仅从标签训练，没有教师模型。</translation>
    </message>
    <message>
      <source>The sum that is trained on.</source>
      <translation>训练所依据的总和。</translation>
    </message>
    <message>
      <source>The table was not saved</source>
      <translation>表格未保存</translation>
    </message>
    <message>
      <source>The targets that the student imitates tell real from fake less well than the teacher itself does.</source>
      <translation>学生模型所模仿的目标区分真实与伪造的能力不如教师模型本身。</translation>
    </message>
    <message>
      <source>The teacher gives every patch of every image the same logit: there is nothing to imitate.</source>
      <translation>教师模型对每张图片的每个图块给出相同的 logit：没有可模仿的内容。</translation>
    </message>
    <message>
      <source>The teacher holds back a student that is better than it.</source>
      <translation>教师模型拖累了比它更好的学生模型。</translation>
    </message>
    <message>
      <source>The teacher knows less of these images than the labels say, and what it says takes room that a small student has not got.</source>
      <translation>教师模型对这些图片的了解少于标签所说明的，而它所教的内容占用了小型学生模型没有的容量。</translation>
    </message>
    <message>
      <source>The teacher tells real from fake best in that view.</source>
      <translation>教师模型在该视图下区分真实与伪造的能力最好。</translation>
    </message>
    <message>
      <source>The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.</source>
      <translation>教师模型的依据在于少数极端的图块 logit，任何有界的目标都无法承载。</translation>
    </message>
    <message>
      <source>The teacher's patch logits span a range that no student can follow, and they are imitated as they are.</source>
      <translation>教师模型的图块 logit 跨度之大，没有学生模型能够跟随，而它们被原样模仿。</translation>
    </message>
    <message>
      <source>The trained layers are dead or saturated, or everything that the loss depends on is frozen.</source>
      <translation>所训练的层已失效或饱和，或损失所依赖的一切都被冻结。</translation>
    </message>
    <message>
      <source>The two classes come from different places or were saved differently. The student can learn the traces of that instead of those of generation, and then fails on other pictures although validation AUC is high.</source>
      <translation>两个类别来源不同或保存方式不同。学生模型可能会学习这些痕迹而不是生成的痕迹，于是尽管验证 AUC 很高，在其他图片上却会失败。</translation>
    </message>
    <message>
      <source>The usual bounds on steps</source>
      <translation>通常的步长限值</translation>
    </message>
    <message>
      <source>The weights hardly move, however high their learning rate is now: the stage will end near where it began.</source>
      <translation>无论现在学习率多高，权重几乎不变：该阶段将在接近起点处结束。</translation>
    </message>
    <message>
      <source>The weights then move far enough to learn something.</source>
      <translation>这样权重的变化足以学到内容。</translation>
    </message>
    <message>
      <source>The whole run</source>
      <translation>整个训练</translation>
    </message>
    <message>
      <source>The window closes when it is done.</source>
      <translation>完成后窗口将关闭。</translation>
    </message>
    <message>
      <source>The window takes the language when it is next opened.</source>
      <translation>窗口将在下次打开时使用该语言。</translation>
    </message>
    <message>
      <source>The window's language, from its next start on</source>
      <translation>窗口的语言，从下次启动起生效</translation>
    </message>
    <message>
      <source>Their average is then less noisy.</source>
      <translation>这样它们的平均值噪声更小。</translation>
    </message>
    <message>
      <source>Their curves, checkpoints and best students go with them.</source>
      <translation>它们的曲线、检查点和最佳学生模型会一并移走。</translation>
    </message>
    <message>
      <source>Then it tells real from fake clearly better.</source>
      <translation>这样它区分真实与伪造的能力明显更好。</translation>
    </message>
    <message>
      <source>There is no desktop here that would send it to sleep.</source>
      <translation>这里没有会使其休眠的桌面环境。</translation>
    </message>
    <message>
      <source>There is nothing to learn from this teacher.</source>
      <translation>从此教师模型学不到任何东西。</translation>
    </message>
    <message>
      <source>These labels are right</source>
      <translation>这些标签正确</translation>
    </message>
    <message>
      <source>These weights do not note how their probabilities are calibrated: take them as an order only.</source>
      <translation>这些权重没有注明其概率如何校准：请只将其视为排序依据。</translation>
    </message>
    <message>
      <source>They appear after the first validation of a run with a teacher: a few fixed images, and what each network sees in every patch of them. Start a run, or open an earlier one from Runs.</source>
      <translation>它们在使用教师模型的训练首次验证之后出现：若干固定图片，以及每个网络在其每个图块中所见的内容。请开始一次训练，或从“训练记录”打开以前的训练。</translation>
    </message>
    <message>
      <source>They are truncated, empty, too large, or not images.</source>
      <translation>它们被截断、为空、过大，或不是图片。</translation>
    </message>
    <message>
      <source>They would be lost.</source>
      <translation>这些更改将会丢失。</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>此计算机</translation>
    </message>
    <message>
      <source>This epoch</source>
      <translation>本轮</translation>
    </message>
    <message>
      <source>This is an earlier run: "{name}"</source>
      <translation>这是以前的训练：“{name}”</translation>
    </message>
    <message>
      <source>This is the best validation so far: the final evaluation has not been made.</source>
      <translation>这是迄今最好的验证：尚未进行最终评估。</translation>
    </message>
    <message>
      <source>This program is the window. Commands are for the one beside it, in a console:
{program}
The guide's page on the command line, and {name} --help, list them.</source>
      <translation>此程序是窗口。命令请在控制台中交给旁边的程序:
{program}
指南中关于命令行的页面以及 {name} --help 列出了所有命令。</translation>
    </message>
    <message>
      <source>Threads for arithmetic; 0 lets the program choose.</source>
      <translation>用于运算的线程数；0 表示由程序选择。</translation>
    </message>
    <message>
      <source>Three batches whose targets are NaN.</source>
      <translation>目标为 NaN 的三个批次。</translation>
    </message>
    <message>
      <source>Threshold chosen on validation: logit {threshold:.3f}.</source>
      <translation>在验证集上选出的阈值：logit {threshold:.3f}。</translation>
    </message>
    <message>
      <source>Thresholds that validation suggests</source>
      <translation>验证建议的阈值</translation>
    </message>
    <message>
      <source>Throughput</source>
      <translation>吞吐量</translation>
    </message>
    <message>
      <source>Tick the failures to provoke.</source>
      <translation>勾选要引发的故障。</translation>
    </message>
    <message>
      <source>Tiles looked at</source>
      <translation>已查看的切块</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Time each student on one picture of 256 x 256 pixels, through ONNX Runtime on one thread of this processor.</source>
      <translation>通过 ONNX Runtime 在此处理器的单个线程上，测量每个学生模型处理一张 256 x 256 像素图片的时间。</translation>
    </message>
    <message>
      <source>Tiny-LaDeDa</source>
      <translation>Tiny-LaDeDa</translation>
    </message>
    <message>
      <source>To look there, Windows signs in at them with your name. Go on only if you know them, or who gave you this file; otherwise nothing there is touched and nothing is opened.</source>
      <translation>要查看那里，Windows 会以您的名义登录这些计算机。仅当您了解它们或给您此文件的人时才继续；否则不会访问那里的任何内容，也不会打开任何内容。</translation>
    </message>
    <message>
      <source>Too few files to see whether they give the label away.</source>
      <translation>文件太少，无法判断它们是否泄露标签。</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Traces of generation are as fine as single pixels: scaling blends them away, as does mirroring repeat them. Downloads and photographs differ in size, and the usual view was made for pictures of about 256 pixels.</source>
      <translation>生成的痕迹细如单个像素：缩放会将其混合抹去，正如镜像会使其重复。下载的图片和照片尺寸各异，而通常的视图是为约 256 像素的图片设计的。</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Train a control</source>
      <translation>训练对照</translation>
    </message>
    <message>
      <source>Train a new student with these settings</source>
      <translation>以这些设置训练新的学生模型</translation>
    </message>
    <message>
      <source>Train even though the teacher failed its check.</source>
      <translation>即使教师模型未通过检查也进行训练。</translation>
    </message>
    <message>
      <source>Train every weight</source>
      <translation>训练所有权重</translation>
    </message>
    <message>
      <source>Train from labels only</source>
      <translation>仅从标签训练</translation>
    </message>
    <message>
      <source>Train on the images that come with the program</source>
      <translation>用程序附带的图片训练</translation>
    </message>
    <message>
      <source>Train-mode against eval-mode scores, in their spread.</source>
      <translation>训练模式与评估模式得分之差，以其离散度计。</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Training images</source>
      <translation>训练图片</translation>
    </message>
    <message>
      <source>Training images as they arrive from the web: compressed, resized, blurred, noisy. web: about half of them, as sites treat pictures. strong: about three quarters, and worse. own: by the figures below. A degraded picture keeps its size, and loses at its own size, before it is scaled or cropped.</source>
      <translation>使训练图片如同来自网络：经过压缩、缩放、模糊、加噪。网络：约一半图片，按网站处理图片的方式。强：约四分之三，且更严重。自定：按下面的数值。退化的图片保持其大小，并在缩放或裁剪之前以自身大小退化。</translation>
    </message>
    <message>
      <source>Training images per second.</source>
      <translation>每秒训练图片数。</translation>
    </message>
    <message>
      <source>Training images that the calibration looks at.</source>
      <translation>校准所查看的训练图片。</translation>
    </message>
    <message>
      <source>Training images whose features the solver keeps in memory (about 10 KB each). With top-k pooling those of every patch are kept, of as many images as fit into 128 MB.</source>
      <translation>求解器在内存中保留其特征的训练图片数（每张约 10 KB）。使用 top-k 池化时会保留每个图块的特征，图片数以 128 MB 能容纳的为限。</translation>
    </message>
    <message>
      <source>Training images, in short</source>
      <translation>训练图片（简要）</translation>
    </message>
    <message>
      <source>Trains a throw-away student for a few steps at each of twelve learning rates and shows where its loss falls. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation>分别以十二个学习率训练一次性的学生模型若干步，并显示其损失在何处下降。所需时间会在运行中显示；它本身不会更改任何设置。</translation>
    </message>
    <message>
      <source>Trains a tiny detector of generated pictures from a large one. MIT licence. Built with PyTorch and Qt.</source>
      <translation>从大型检测器训练出用于识别生成图片的微型检测器。MIT 许可证。使用 PyTorch 和 Qt 构建。</translation>
    </message>
    <message>
      <source>Trains throw-away students for a few steps, with the teacher and from labels only, and compares them on the validation images. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation>训练一次性的学生模型若干步，分别使用教师模型和仅从标签学习，并在验证图片上比较它们。所需时间会在运行中显示；它本身不会更改任何设置。</translation>
    </message>
    <message>
      <source>Trial: share of labels used</source>
      <translation>试验：使用的标签份额</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>试用</translation>
    </message>
    <message>
      <source>Try pictures</source>
      <translation>试用图片</translation>
    </message>
    <message>
      <source>Try the demo</source>
      <translation>试用演示</translation>
    </message>
    <message>
      <source>Trying other views</source>
      <translation>正在尝试其他视图</translation>
    </message>
    <message>
      <source>Twice the learning rate</source>
      <translation>两倍学习率</translation>
    </message>
    <message>
      <source>Two batches whose patch logits come out 300 times too large.</source>
      <translation>图块 logit 偏大 300 倍的两个批次。</translation>
    </message>
    <message>
      <source>Unchanged</source>
      <translation>未更改</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>未定</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Unless the window is in front</source>
      <translation>除非窗口位于前台</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>Unreadable images</source>
      <translation>无法读取的图片</translation>
    </message>
    <message>
      <source>Unreadable images allowed</source>
      <translation>允许的无法读取图片份额</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>未保存的更改</translation>
    </message>
    <message>
      <source>Untick where an extension of the system's dialogs makes them crash: Qt's own are used then</source>
      <translation>若系统对话框的某个扩展使其崩溃，请取消勾选：届时使用 Qt 自带的对话框</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Upper end of the quality that is drawn.</source>
      <translation>所抽取质量的上限。</translation>
    </message>
    <message>
      <source>Use every label</source>
      <translation>使用所有标签</translation>
    </message>
    <message>
      <source>Use larger batches (batch_size), or add images of the rarer class.</source>
      <translation>使用更大的批次（batch_size），或添加较少类别的图片。</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>采用这些</translation>
    </message>
    <message>
      <source>Use {rate} for head and backbone</source>
      <translation>将 {rate} 用于头部和主干</translation>
    </message>
    <message>
      <source>Usual text</source>
      <translation>正常文字大小</translation>
    </message>
    <message>
      <source>Validate every</source>
      <translation>验证间隔</translation>
    </message>
    <message>
      <source>Validating</source>
      <translation>正在验证</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>Validation AUC goes up and down by more than chance explains, instead of rising.</source>
      <translation>验证 AUC 不是上升，而是上下波动，幅度超出偶然所能解释的。</translation>
    </message>
    <message>
      <source>Validation AUC is well below 0.5: images are told apart, but the wrong way round.</source>
      <translation>验证 AUC 远低于 0.5：图片被区分开了，但方向相反。</translation>
    </message>
    <message>
      <source>Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.</source>
      <translation>验证 AUC 停留在 0.5 附近：到目前为止，学生模型区分真实与伪造并不比抛硬币好。</translation>
    </message>
    <message>
      <source>Validation AUC that means nothing is learned.</source>
      <translation>表示什么也没学到的验证 AUC。</translation>
    </message>
    <message>
      <source>Validation AUC.</source>
      <translation>验证 AUC。</translation>
    </message>
    <message>
      <source>Validation images</source>
      <translation>验证图片</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>验证份额</translation>
    </message>
    <message>
      <source>Validation {number} of {total}, stage {stage}, step {step:,}</source>
      <translation>验证 {number} / {total}，阶段 {stage}，第 {step:,} 步</translation>
    </message>
    <message>
      <source>Validations without a better AUC before the learning rate falls to a third.</source>
      <translation>连续多少次验证 AUC 没有提高时，学习率降到三分之一。</translation>
    </message>
    <message>
      <source>Validations without a better AUC before the stage ends. 0 never.</source>
      <translation>连续多少次验证 AUC 没有提高时，该阶段结束。0 表示从不。</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Values of setting {number}</source>
      <translation>设置 {number} 的值</translation>
    </message>
    <message>
      <source>Values, with commas between</source>
      <translation>值，以逗号分隔</translation>
    </message>
    <message>
      <source>Vary another setting</source>
      <translation>再改变一个设置</translation>
    </message>
    <message>
      <source>Vary the student's width: the results then tell parameters, operations and speed, too.</source>
      <translation>改变学生模型的宽度：结果会一并给出参数量、运算量和速度。</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>判定</translation>
    </message>
    <message>
      <source>Version and licences</source>
      <translation>版本和许可证</translation>
    </message>
    <message>
      <source>Versions, logs and what the shown run tells, in one zip</source>
      <translation>版本、日志以及所显示训练的信息，打包为一个 zip</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>View does not fit the pictures</source>
      <translation>视图不适合图片</translation>
    </message>
    <message>
      <source>Wait, then confirm the labels.</source>
      <translation>请等待，然后确认标签。</translation>
    </message>
    <message>
      <source>Waits</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>Warm-up</source>
      <translation>预热</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Warnings of this run</source>
      <translation>此训练的警告</translation>
    </message>
    <message>
      <source>Watch</source>
      <translation>观看</translation>
    </message>
    <message>
      <source>Weak teacher</source>
      <translation>较弱的教师模型</translation>
    </message>
    <message>
      <source>WebP</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>Weight against collapse</source>
      <translation>防坍缩权重</translation>
    </message>
    <message>
      <source>Weight against saturation</source>
      <translation>防饱和权重</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>权重衰减</translation>
    </message>
    <message>
      <source>Weight of imitation</source>
      <translation>模仿权重</translation>
    </message>
    <message>
      <source>Weight of labels</source>
      <translation>标签权重</translation>
    </message>
    <message>
      <source>Weight of the image term</source>
      <translation>图片项权重</translation>
    </message>
    <message>
      <source>Weight of the relation term</source>
      <translation>关系项权重</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Weights to start from. Empty starts from random weights drawn from the seed.</source>
      <translation>起始权重。留空则从由随机种子抽取的随机权重开始。</translation>
    </message>
    <message>
      <source>What a study is</source>
      <translation>什么是研究</translation>
    </message>
    <message>
      <source>What follows is measured on the run's images.</source>
      <translation>以下内容在该训练的图片上测量。</translation>
    </message>
    <message>
      <source>What is called real is then label 1.</source>
      <translation>这样，被称为真实的即为标签 1。</translation>
    </message>
    <message>
      <source>What is done</source>
      <translation>操作内容</translation>
    </message>
    <message>
      <source>What is found in the images is shown here, to be confirmed.</source>
      <translation>在图片中找到的内容显示在此，供确认。</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>显示的内容</translation>
    </message>
    <message>
      <source>What is to be done about the classes</source>
      <translation>需要对类别做什么</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>训练的内容</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>出了什么问题</translation>
    </message>
    <message>
      <source>What it looks for is as fine as single pixels: scaling destroys it, and so does another size than that of its training.</source>
      <translation>它寻找的痕迹细如单个像素：缩放会破坏它们，与训练时不同的尺寸也会。</translation>
    </message>
    <message>
      <source>What teacher and student see in a few images</source>
      <translation>教师模型和学生模型在若干图片中所见</translation>
    </message>
    <message>
      <source>What teacher and student see in a picture of yours</source>
      <translation>教师模型和学生模型在您的图片中所见</translation>
    </message>
    <message>
      <source>What the loss depends on may be frozen.</source>
      <translation>损失所依赖的部分可能被冻结。</translation>
    </message>
    <message>
      <source>What the student says of pictures of yours: real or fake</source>
      <translation>学生模型对您的图片的判断：真实或伪造</translation>
    </message>
    <message>
      <source>What the targets have lost then counts less.</source>
      <translation>这样目标所失去的影响更小。</translation>
    </message>
    <message>
      <source>What to train from, and how</source>
      <translation>用什么训练，以及如何训练</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>找到的内容</translation>
    </message>
    <message>
      <source>Whatever they show, the files tell real from fake with an AUC of {score}; 0.5 is chance.</source>
      <translation>无论图片内容如何，仅凭文件就能以 {score} 的 AUC 区分真实与伪造；0.5 为随机水平。</translation>
    </message>
    <message>
      <source>Wheel or + and −: zoom. Drag: move. 0: fit. 1 or double click: 100 %. Arrow keys: mark</source>
      <translation>滚轮或 + 和 −：缩放。拖动：移动。0：适合窗口。1 或双击：100 %。方向键：标记</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>出现问题时</translation>
    </message>
    <message>
      <source>When to warn</source>
      <translation>何时警告</translation>
    </message>
    <message>
      <source>Where more pictures than this share have no label, those that have one come again and again, so that they take the rest of every batch.</source>
      <translation>若无标签的图片超过此份额，有标签的图片会反复出现，从而占据每个批次的其余部分。</translation>
    </message>
    <message>
      <source>Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may fall before it rises.</source>
      <translation>训练继续时，学习率与之前不同，尽管没有人更改它：AUC 可能先降后升。</translation>
    </message>
    <message>
      <source>Which learning rate?</source>
      <translation>用哪个学习率？</translation>
    </message>
    <message>
      <source>Whole run</source>
      <translation>整个训练</translation>
    </message>
    <message>
      <source>Whose map</source>
      <translation>谁的图</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Why it cannot be read</source>
      <translation>无法读取的原因</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Will the teacher help?</source>
      <translation>教师模型有帮助吗？</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <source>Window of the step-wise rules.</source>
      <translation>逐步规则的窗口。</translation>
    </message>
    <message>
      <source>Windows could not commit memory (error 1455)</source>
      <translation>Windows 无法提交内存（错误 1455）</translation>
    </message>
    <message>
      <source>Windows could not commit memory (error 1455), so the run ended. What was saved is safe.</source>
      <translation>Windows 无法提交内存（错误 1455），因此训练已终止。已保存的内容是安全的。</translation>
    </message>
    <message>
      <source>With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done while validation AUC rises.</source>
      <translation>使用 SGD 时，降低损失权重或提高限值（gradient_clip_norm）。使用 AdamW 时，只要验证 AUC 在上升，就无需处理。</translation>
    </message>
    <message>
      <source>With another input filter or normalisation the same teacher tells real from fake clearly better, or its first layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.</source>
      <translation>使用另一种输入滤波器或归一化时，同一教师模型区分真实与伪造的能力明显更好，或其第一层的契合程度高得多，因此即使 AUC 可能相同，其判定也会不同。</translation>
    </message>
    <message>
      <source>With own figures: so many of the training images can lose something, by the probabilities below.</source>
      <translation>使用自定数值时：按下面的概率，有这么多训练图片可能受损。</translation>
    </message>
    <message>
      <source>Without a teacher there is nobody to disagree with.</source>
      <translation>没有教师模型，也就没有分歧的对象。</translation>
    </message>
    <message>
      <source>Without imitation an epoch passes once over the pictures with a label. On: these come again until it has as many steps as one over all pictures; control runs need it to be fair.</source>
      <translation>没有模仿时，一轮会遍历有标签的图片一次。开：这些图片反复出现，直到其步数与遍历所有图片的一轮相同；对照训练需要它才公平。</translation>
    </message>
    <message>
      <source>Without labels</source>
      <translation>无标签</translation>
    </message>
    <message>
      <source>Worst disagreements</source>
      <translation>最大的分歧</translation>
    </message>
    <message>
      <source>Write one HTML file with all figures of the run, and open it in the browser</source>
      <translation>写入一个包含该训练所有数值的 HTML 文件，并在浏览器中打开</translation>
    </message>
    <message>
      <source>Write the settings to a new file</source>
      <translation>将设置写入新文件</translation>
    </message>
    <message>
      <source>Write the settings to their TOML file</source>
      <translation>将设置写入其 TOML 文件</translation>
    </message>
    <message>
      <source>Writing {file}…</source>
      <translation>正在写入 {file}…</translation>
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation>Zip 文件 (*.zip)</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放比例</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>放大 (+)</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Zoom out (−)</source>
      <translation>缩小 (−)</translation>
    </message>
    <message>
      <source>a GPU is used</source>
      <translation>使用 GPU</translation>
    </message>
    <message>
      <source>a stage trains the backbone, which stage 1 never does</source>
      <translation>有阶段训练主干（阶段 1 从不训练主干）</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>大约还需 {time}</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>adamw reaches most in few epochs. sgd with the conservative learning rates follows the published recipe.</source>
      <translation>AdamW 用较少的轮数取得最好效果。SGD 配合保守的学习率则遵循已发表的方案。</translation>
    </message>
    <message>
      <source>affine</source>
      <translation>仿射</translation>
    </message>
    <message>
      <source>after clipping</source>
      <translation>裁剪后</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>all images</source>
      <translation>所有图片</translation>
    </message>
    <message>
      <source>all runs</source>
      <translation>所有训练</translation>
    </message>
    <message>
      <source>always</source>
      <translation>总是</translation>
    </message>
    <message>
      <source>and</source>
      <translation>和</translation>
    </message>
    <message>
      <source>and others</source>
      <translation>等</translation>
    </message>
    <message>
      <source>and {count:,} more</source>
      <translation>另有 {count:,} 项</translation>
    </message>
    <message>
      <source>answers 99 times in 100 within {usual:.0f} ms, at worst after {worst:.0f} ms</source>
      <translation>100 次中有 99 次在 {usual:.0f} 毫秒内响应，最慢 {worst:.0f} 毫秒</translation>
    </message>
    <message>
      <source>as on the web</source>
      <translation>如同网络图片</translation>
    </message>
    <message>
      <source>as set; other views were not tried, as there is little to gain</source>
      <translation>按当前设置；未尝试其他视图，因为提升空间很小</translation>
    </message>
    <message>
      <source>as trained</source>
      <translation>训练所得</translation>
    </message>
    <message>
      <source>asinh</source>
      <translation>asinh</translation>
    </message>
    <message>
      <source>asking the teacher about a sample of the images</source>
      <translation>正在用图片样本询问教师模型</translation>
    </message>
    <message>
      <source>asking the teacher about every image once</source>
      <translation>正在就每张图片询问教师模型一次</translation>
    </message>
    <message>
      <source>asking the teacher's last layer about every image once</source>
      <translation>正在就每张图片询问教师模型最后一层一次</translation>
    </message>
    <message>
      <source>at step {step:,}</source>
      <translation>在第 {step:,} 步</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>auto takes a CUDA GPU when there is one.</source>
      <translation>自动：有 CUDA GPU 时使用它。</translation>
    </message>
    <message>
      <source>auto: what the checkpoint says, otherwise NPR, as published.</source>
      <translation>自动：按检查点所示，否则使用 NPR（与已发表的一致）。</translation>
    </message>
    <message>
      <source>auto: what the student checkpoint says, otherwise the network's usual one: right_diag, as published.</source>
      <translation>自动：按学生检查点所示，否则使用该网络的常用滤波器：right_diag（与已发表的一致）。</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>back from {step:,}</source>
      <translation>从第 {step:,} 步退回</translation>
    </message>
    <message>
      <source>back to step {step:,} with new weights.</source>
      <translation>回到第 {step:,} 步，使用新权重。</translation>
    </message>
    <message>
      <source>back to step {step:,} with the given student.</source>
      <translation>回到第 {step:,} 步，使用给定的学生模型。</translation>
    </message>
    <message>
      <source>back to step {step:,}.</source>
      <translation>回到第 {step:,} 步。</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>主干</translation>
    </message>
    <message>
      <source>barely fake</source>
      <translation>勉强为伪造</translation>
    </message>
    <message>
      <source>barely real</source>
      <translation>勉强为真实</translation>
    </message>
    <message>
      <source>baseline, night</source>
      <translation>基线, 夜间</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>个批次</translation>
    </message>
    <message>
      <source>batches</source>
      <translation>个批次</translation>
    </message>
    <message>
      <source>before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>beginning again from labels only</source>
      <translation>仅从标签重新开始</translation>
    </message>
    <message>
      <source>best</source>
      <translation>最佳</translation>
    </message>
    <message>
      <source>broken off</source>
      <translation>已中断</translation>
    </message>
    <message>
      <source>building the demo's images</source>
      <translation>正在生成演示图片</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>by itself, {deed}</source>
      <translation>自动执行：{deed}</translation>
    </message>
    <message>
      <source>by their names alone</source>
      <translation>仅凭名称</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>已校准</translation>
    </message>
    <message>
      <source>calibrated by Platt's method</source>
      <translation>用 Platt 方法校准</translation>
    </message>
    <message>
      <source>calibrated by a temperature</source>
      <translation>通过温度校准</translation>
    </message>
    <message>
      <source>calibrated: no correction was better on validation</source>
      <translation>已校准：没有任何修正在验证上更好</translation>
    </message>
    <message>
      <source>calibrating</source>
      <translation>正在校准</translation>
    </message>
    <message>
      <source>calibration</source>
      <translation>校准</translation>
    </message>
    <message>
      <source>change by {share} of what the learning rate allows</source>
      <translation>变化量为学习率所允许的 {share}</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>已更改</translation>
    </message>
    <message>
      <source>class is</source>
      <translation>个类别</translation>
    </message>
    <message>
      <source>classes are</source>
      <translation>个类别</translation>
    </message>
    <message>
      <source>clean: the picture before it lost anything, once: full speed. seen: what the student sees; unless Fixed views are set, the teacher is asked about each degraded picture in every epoch, which is several times slower.</source>
      <translation>干净的图片：损失质量之前的图片，只询问一次：全速。学生模型所见：学生模型看到的内容；除非设置了“固定视图”，否则每轮都要就每张退化图片询问教师模型，会慢数倍。</translation>
    </message>
    <message>
      <source>clipped</source>
      <translation>截断</translation>
    </message>
    <message>
      <source>clipped at</source>
      <translation>裁剪于</translation>
    </message>
    <message>
      <source>collapse</source>
      <translation>坍缩</translation>
    </message>
    <message>
      <source>comparing both students</source>
      <translation>正在比较两个学生模型</translation>
    </message>
    <message>
      <source>computing features once</source>
      <translation>正在一次性计算特征</translation>
    </message>
    <message>
      <source>conservative</source>
      <translation>保守</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>恒定</translation>
    </message>
    <message>
      <source>cosine</source>
      <translation>余弦</translation>
    </message>
    <message>
      <source>cosine falls to a tenth over the stage. plateau falls when validation AUC stops rising.</source>
      <translation>余弦：在整个阶段内降到十分之一。平台：当验证 AUC 不再上升时下降。</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>data.judged is whole</source>
      <translation>data.judged 为“整张”</translation>
    </message>
    <message>
      <source>data.unlabelled names pictures</source>
      <translation>data.unlabelled 指定了图片</translation>
    </message>
    <message>
      <source>data.view is crop</source>
      <translation>data.view 为“裁剪”</translation>
    </message>
    <message>
      <source>day</source>
      <translation>天</translation>
    </message>
    <message>
      <source>days</source>
      <translation>天</translation>
    </message>
    <message>
      <source>degradations.blur_probability is above 0</source>
      <translation>degradations.blur_probability 大于 0</translation>
    </message>
    <message>
      <source>degradations.jpeg_probability is above 0</source>
      <translation>degradations.jpeg_probability 大于 0</translation>
    </message>
    <message>
      <source>degradations.jpeg_probability or degradations.webp_probability is above 0</source>
      <translation>degradations.jpeg_probability 或 degradations.webp_probability 大于 0</translation>
    </message>
    <message>
      <source>degradations.noise_probability is above 0</source>
      <translation>degradations.noise_probability 大于 0</translation>
    </message>
    <message>
      <source>degradations.resize_probability is above 0</source>
      <translation>degradations.resize_probability 大于 0</translation>
    </message>
    <message>
      <source>degradations.strength is not off</source>
      <translation>degradations.strength 不为“关闭”</translation>
    </message>
    <message>
      <source>degradations.strength is own</source>
      <translation>degradations.strength 为“自定数值”</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>doubt</source>
      <translation>存疑时</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>轮</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs}</source>
      <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>轮</translation>
    </message>
    <message>
      <source>error</source>
      <translation>个错误</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>个错误</translation>
    </message>
    <message>
      <source>evaluating</source>
      <translation>正在评估</translation>
    </message>
    <message>
      <source>evaluation</source>
      <translation>评估</translation>
    </message>
    <message>
      <source>explosion</source>
      <translation>爆炸</translation>
    </message>
    <message>
      <source>exporting</source>
      <translation>正在导出</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>failed after {time}</source>
      <translation>{time} 后失败</translation>
    </message>
    <message>
      <source>fake</source>
      <translation>伪造</translation>
    </message>
    <message>
      <source>fake image</source>
      <translation>张伪造图片</translation>
    </message>
    <message>
      <source>fake images</source>
      <translation>张伪造图片</translation>
    </message>
    <message>
      <source>fake images found</source>
      <translation>找出的伪造图片</translation>
    </message>
    <message>
      <source>fake, said: {probability} fake</source>
      <translation>伪造，判为：伪造概率 {probability}</translation>
    </message>
    <message>
      <source>features</source>
      <translation>特征</translation>
    </message>
    <message>
      <source>file</source>
      <translation>个文件</translation>
    </message>
    <message>
      <source>file cannot be read</source>
      <translation>个文件无法读取</translation>
    </message>
    <message>
      <source>files</source>
      <translation>个文件</translation>
    </message>
    <message>
      <source>files cannot be read</source>
      <translation>个文件无法读取</translation>
    </message>
    <message>
      <source>final evaluation</source>
      <translation>最终评估</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>finished after {time}</source>
      <translation>{time} 后完成</translation>
    </message>
    <message>
      <source>fitting the teacher's head</source>
      <translation>正在适配教师模型的头部</translation>
    </message>
    <message>
      <source>floor</source>
      <translation>下限</translation>
    </message>
    <message>
      <source>folder is</source>
      <translation>个文件夹</translation>
    </message>
    <message>
      <source>folders are</source>
      <translation>个文件夹</translation>
    </message>
    <message>
      <source>for {time} at step {step:,}</source>
      <translation>在第 {step:,} 步，时长 {time}</translation>
    </message>
    <message>
      <source>from scratch</source>
      <translation>从零开始</translation>
    </message>
    <message>
      <source>from the last healthy state</source>
      <translation>从最后的健康状态起</translation>
    </message>
    <message>
      <source>from the next step</source>
      <translation>从下一步起</translation>
    </message>
    <message>
      <source>from the run's beginning</source>
      <translation>从训练的起点起</translation>
    </message>
    <message>
      <source>goes on from step {step:,}</source>
      <translation>从第 {step:,} 步继续</translation>
    </message>
    <message>
      <source>goes on from the beginning</source>
      <translation>从头继续</translation>
    </message>
    <message>
      <source>gradient norm</source>
      <translation>梯度范数</translation>
    </message>
    <message>
      <source>half</source>
      <translation>一半</translation>
    </message>
    <message>
      <source>head</source>
      <translation>头部</translation>
    </message>
    <message>
      <source>health.policy is automatic</source>
      <translation>health.policy 为“自动”</translation>
    </message>
    <message>
      <source>heat maps</source>
      <translation>热图</translation>
    </message>
    <message>
      <source>held off until the run ends</source>
      <translation>推迟到训练结束</translation>
    </message>
    <message>
      <source>hour</source>
      <translation>小时</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>小时</translation>
    </message>
    <message>
      <source>how long it will take is not known yet</source>
      <translation>尚不知道需要多长时间</translation>
    </message>
    <message>
      <source>idle</source>
      <translation>空闲</translation>
    </message>
    <message>
      <source>image</source>
      <translation>张图片</translation>
    </message>
    <message>
      <source>image shows</source>
      <translation>张图片显示</translation>
    </message>
    <message>
      <source>images</source>
      <translation>张图片</translation>
    </message>
    <message>
      <source>images show</source>
      <translation>张图片显示</translation>
    </message>
    <message>
      <source>images/s</source>
      <translation>张/秒</translation>
    </message>
    <message>
      <source>imitation</source>
      <translation>模仿</translation>
    </message>
    <message>
      <source>in a new run</source>
      <translation>在新的训练中</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>已中断</translation>
    </message>
    <message>
      <source>is fake</source>
      <translation>实为伪造</translation>
    </message>
    <message>
      <source>is real</source>
      <translation>实为真实</translation>
    </message>
    <message>
      <source>it was found after an error of the weights</source>
      <translation>它是在权重出错之后找到的</translation>
    </message>
    <message>
      <source>k as a share of all patches.</source>
      <translation>k 占全部图块的比例。</translation>
    </message>
    <message>
      <source>k is never smaller.</source>
      <translation>k 绝不会更小。</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>labels only</source>
      <translation>仅标签</translation>
    </message>
    <message>
      <source>largest difference {difference} over {images:,} images</source>
      <translation>在 {images:,} 张图片上的最大差异为 {difference}</translation>
    </message>
    <message>
      <source>largest difference {difference} over {images:,} made-up images</source>
      <translation>在 {images:,} 张人造图片上的最大差异为 {difference}</translation>
    </message>
    <message>
      <source>layer1</source>
      <translation>layer1</translation>
    </message>
    <message>
      <source>layer1: the head and the last block. all: every weight.</source>
      <translation>layer1：头部和最后一个块。全部：所有权重。</translation>
    </message>
    <message>
      <source>learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>learning rates</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>learning-rate test</source>
      <translation>学习率测试</translation>
    </message>
    <message>
      <source>left diag</source>
      <translation>左对角</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>被排除</translation>
    </message>
    <message>
      <source>less than a minute left</source>
      <translation>还需不到一分钟</translation>
    </message>
    <message>
      <source>likely fake</source>
      <translation>可能为伪造</translation>
    </message>
    <message>
      <source>likely real</source>
      <translation>可能为真实</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <source>linear and cosine fade alpha_distill over stage 2, down to the share below; where many pictures have no label they fade less, as nobody else speaks of these. outrun fades it once the student's validation AUC passes the teacher's. none keeps it.</source>
      <translation>线性和余弦：在阶段 2 期间使 alpha_distill 衰减，直至下方的比例；若许多图片没有标签，则衰减较少，因为这些图片没有其他信息来源。超越：一旦学生模型的验证 AUC 超过教师模型，就开始衰减。无：保持不变。</translation>
    </message>
    <message>
      <source>log</source>
      <translation>对数</translation>
    </message>
    <message>
      <source>logit</source>
      <translation>个 logit</translation>
    </message>
    <message>
      <source>logits</source>
      <translation>个 logit</translation>
    </message>
    <message>
      <source>looking through the image folders</source>
      <translation>正在浏览图片文件夹</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>loss.alpha_distill and loss.alpha_task are above 0</source>
      <translation>loss.alpha_distill 和 loss.alpha_task 大于 0</translation>
    </message>
    <message>
      <source>loss.alpha_distill is 0</source>
      <translation>loss.alpha_distill 为 0</translation>
    </message>
    <message>
      <source>loss.alpha_distill is above 0</source>
      <translation>loss.alpha_distill 大于 0</translation>
    </message>
    <message>
      <source>loss.alpha_task is above 0</source>
      <translation>loss.alpha_task 大于 0</translation>
    </message>
    <message>
      <source>loss.distill_fade is not none</source>
      <translation>loss.distill_fade 不为“无”</translation>
    </message>
    <message>
      <source>loss.enable_scale_matching is on</source>
      <translation>loss.enable_scale_matching 已启用</translation>
    </message>
    <message>
      <source>loss.saturation_weight is above 0</source>
      <translation>loss.saturation_weight 大于 0</translation>
    </message>
    <message>
      <source>loss.use_kl_loss is on</source>
      <translation>loss.use_kl_loss 已启用</translation>
    </message>
    <message>
      <source>loss.variance_weight is above 0</source>
      <translation>loss.variance_weight 大于 0</translation>
    </message>
    <message>
      <source>losses</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <source>mean logit {logit:+.2f}, area {area}</source>
      <translation>平均 logit {logit:+.2f}，面积 {area}</translation>
    </message>
    <message>
      <source>middle</source>
      <translation>中间</translation>
    </message>
    <message>
      <source>min</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>minute</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>more than a quarter of all pairs of a real and a fake image are told the wrong way</source>
      <translation>在真实与伪造图片的所有配对中，超过四分之一被判反</translation>
    </message>
    <message>
      <source>ms an image</source>
      <translation>每张毫秒数</translation>
    </message>
    <message>
      <source>names with commas between</source>
      <translation>以逗号分隔的名称</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>no signal</source>
      <translation>无信号</translation>
    </message>
    <message>
      <source>no source has images of both classes</source>
      <translation>没有来源同时含有两个类别的图片</translation>
    </message>
    <message>
      <source>no student checkpoint is given: that brings its own</source>
      <translation>未指定学生检查点（检查点自带网络）</translation>
    </message>
    <message>
      <source>no validation images are given</source>
      <translation>未指定验证图片</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none; drop a file here or browse</source>
      <translation>无；将文件拖放到此处或浏览</translation>
    </message>
    <message>
      <source>none; drop a folder here or browse</source>
      <translation>无；将文件夹拖放到此处或浏览</translation>
    </message>
    <message>
      <source>norm</source>
      <translation>范数</translation>
    </message>
    <message>
      <source>not calibrated</source>
      <translation>未校准</translation>
    </message>
    <message>
      <source>not done: {remedy}.</source>
      <translation>未执行：{remedy}。</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>未查看</translation>
    </message>
    <message>
      <source>note</source>
      <translation>条提示</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>条提示</translation>
    </message>
    <message>
      <source>of fake</source>
      <translation>伪造类准确率</translation>
    </message>
    <message>
      <source>of only {images:,} images; guessing might reach that, too</source>
      <translation>仅基于 {images:,} 张图片；随机猜测也可能达到</translation>
    </message>
    <message>
      <source>of real</source>
      <translation>真实类准确率</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>off: warnings only. suggest: each warning offers remedies, and you decide. automatic: the run helps itself, for when nobody watches: back to the last healthy state, a lower learning rate, other loss weights, a new beginning, at last a stop.</source>
      <translation>关闭：只警告。建议：每个警告都提供补救措施，由您决定。自动：训练自行处理，适合无人看管时：回到最后的健康状态、降低学习率、改变损失权重、重新开始，最后停止。</translation>
    </message>
    <message>
      <source>on</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>on the test images it is {auc}: {meaning}</source>
      <translation>在测试图片上为 {auc}：{meaning}</translation>
    </message>
    <message>
      <source>only the first {count:,} are listed</source>
      <translation>仅列出前 {count:,} 项</translation>
    </message>
    <message>
      <source>outrun</source>
      <translation>超越</translation>
    </message>
    <message>
      <source>own figures</source>
      <translation>自定数值</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>参数量</translation>
    </message>
    <message>
      <source>patch differences</source>
      <translation>图块差异</translation>
    </message>
    <message>
      <source>patch logits from {logit_min} to {logit_max} on training images</source>
      <translation>训练图片上的图块 logit 从 {logit_min} 到 {logit_max}</translation>
    </message>
    <message>
      <source>pattern</source>
      <translation>图样</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>张图片</translation>
    </message>
    <message>
      <source>picture is both real and fake</source>
      <translation>张图片既属真实又属伪造</translation>
    </message>
    <message>
      <source>picture is in two splits</source>
      <translation>张图片同时在两个划分中</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>张图片</translation>
    </message>
    <message>
      <source>pictures are both real and fake</source>
      <translation>张图片既属真实又属伪造</translation>
    </message>
    <message>
      <source>pictures are in two splits</source>
      <translation>张图片同时在两个划分中</translation>
    </message>
    <message>
      <source>pictures lack labels</source>
      <translation>张图片缺少标签</translation>
    </message>
    <message>
      <source>plateau</source>
      <translation>平台</translation>
    </message>
    <message>
      <source>plateau falls when validation AUC stops rising. cosine falls to a tenth over the stage.</source>
      <translation>平台：验证 AUC 不再上升时降低。余弦：在整个阶段内降到十分之一。</translation>
    </message>
    <message>
      <source>possible</source>
      <translation>可能</translation>
    </message>
    <message>
      <source>possible, as set in Set-up</source>
      <translation>可能，按“准备”页的设置</translation>
    </message>
    <message>
      <source>preparing</source>
      <translation>正在准备</translation>
    </message>
    <message>
      <source>probability of fake, as said</source>
      <translation>判断的伪造概率</translation>
    </message>
    <message>
      <source>problem</source>
      <translation>个问题</translation>
    </message>
    <message>
      <source>problems</source>
      <translation>个问题</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>rate {rate}: loss {loss:.3f}</source>
      <translation>学习率 {rate}：损失 {loss:.3f}</translation>
    </message>
    <message>
      <source>rate {rate}: no number</source>
      <translation>学习率 {rate}：无数值</translation>
    </message>
    <message>
      <source>raw</source>
      <translation>原始</translation>
    </message>
    <message>
      <source>reading the first training images</source>
      <translation>正在读取首批训练图像</translation>
    </message>
    <message>
      <source>real</source>
      <translation>真实</translation>
    </message>
    <message>
      <source>real images called fake</source>
      <translation>真实图片被判为伪造</translation>
    </message>
    <message>
      <source>real {logit:+.1f}</source>
      <translation>真实 {logit:+.1f}</translation>
    </message>
    <message>
      <source>real, said: {probability} fake</source>
      <translation>真实，判断：{probability} 伪造</translation>
    </message>
    <message>
      <source>real, {logit:.1f}</source>
      <translation>真实，{logit:.1f}</translation>
    </message>
    <message>
      <source>recommended</source>
      <translation>推荐</translation>
    </message>
    <message>
      <source>resize</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>resize: the whole picture scaled to the input size, as in the paper. crop: training sees pieces at native resolution, which keep traces that resizing destroys, and whole pictures are judged. The teacher is asked once about pictures of up to 1 megapixel; of larger ones about each crop.</source>
      <translation>缩放：整张图片缩放到输入尺寸，与论文一致。裁剪：训练时使用原始分辨率的局部，保留会被缩放破坏的痕迹，判断时则使用整张图片。对于不超过 1 百万像素的图片，只询问教师模型一次；更大的图片则对每个裁剪块分别询问。</translation>
    </message>
    <message>
      <source>right diag</source>
      <translation>右对角</translation>
    </message>
    <message>
      <source>robustness</source>
      <translation>稳健性</translation>
    </message>
    <message>
      <source>run</source>
      <translation>次训练</translation>
    </message>
    <message>
      <source>run to do</source>
      <translation>次待运行的训练</translation>
    </message>
    <message>
      <source>run was</source>
      <translation>次训练</translation>
    </message>
    <message>
      <source>running</source>
      <translation>正在运行</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>次训练</translation>
    </message>
    <message>
      <source>runs to do</source>
      <translation>次待运行的训练</translation>
    </message>
    <message>
      <source>runs were</source>
      <translation>次训练</translation>
    </message>
    <message>
      <source>safetensors</source>
      <translation>safetensors</translation>
    </message>
    <message>
      <source>said: fake</source>
      <translation>判为伪造</translation>
    </message>
    <message>
      <source>said: real</source>
      <translation>判为真实</translation>
    </message>
    <message>
      <source>same settings</source>
      <translation>设置相同</translation>
    </message>
    <message>
      <source>saturation</source>
      <translation>饱和</translation>
    </message>
    <message>
      <source>saving</source>
      <translation>正在保存</translation>
    </message>
    <message>
      <source>scan</source>
      <translation>扫描</translation>
    </message>
    <message>
      <source>score</source>
      <translation>得分</translation>
    </message>
    <message>
      <source>scoring</source>
      <translation>正在评分</translation>
    </message>
    <message>
      <source>share of fakes, in truth</source>
      <translation>实际的伪造份额</translation>
    </message>
    <message>
      <source>shortcut audit</source>
      <translation>捷径审查</translation>
    </message>
    <message>
      <source>solved at once</source>
      <translation>一次求解</translation>
    </message>
    <message>
      <source>solver</source>
      <translation>求解器</translation>
    </message>
    <message>
      <source>solver finds the head's best numbers on features that are computed once. sgd and adamw take steps as in stage 2.</source>
      <translation>求解器根据只计算一次的特征求出头部的最佳数值。SGD 和 AdamW 像阶段 2 那样逐步训练。</translation>
    </message>
    <message>
      <source>source</source>
      <translation>个来源</translation>
    </message>
    <message>
      <source>sources</source>
      <translation>个来源</translation>
    </message>
    <message>
      <source>stage 1</source>
      <translation>阶段 1</translation>
    </message>
    <message>
      <source>stage 2</source>
      <translation>阶段 2</translation>
    </message>
    <message>
      <source>stage 3</source>
      <translation>阶段 3</translation>
    </message>
    <message>
      <source>stage {earlier} and {last}</source>
      <translation>阶段 {earlier} 和 {last}</translation>
    </message>
    <message>
      <source>stage {number}</source>
      <translation>阶段 {number}</translation>
    </message>
    <message>
      <source>stage {number}, epoch {epoch} of {epochs}</source>
      <translation>阶段 {number}，第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
      <source>stage {stage}</source>
      <translation>阶段 {stage}</translation>
    </message>
    <message>
      <source>stage {stage}, step {step:,}, in epoch {epoch}</source>
      <translation>阶段 {stage}，第 {step:,} 步，第 {epoch} 轮</translation>
    </message>
    <message>
      <source>stage1.enabled is on</source>
      <translation>stage1.enabled 为开</translation>
    </message>
    <message>
      <source>stage1.optimiser is sgd</source>
      <translation>stage1.optimiser 为 SGD</translation>
    </message>
    <message>
      <source>stage1.optimiser is sgd or adamw: the solver takes no steps</source>
      <translation>stage1.optimiser 为 SGD 或 AdamW：求解器不分步训练</translation>
    </message>
    <message>
      <source>stage1.optimiser is solver</source>
      <translation>stage1.optimiser 为求解器</translation>
    </message>
    <message>
      <source>stage1.schedule is cosine</source>
      <translation>stage1.schedule 为余弦</translation>
    </message>
    <message>
      <source>stage1.schedule is plateau</source>
      <translation>stage1.schedule 为平台</translation>
    </message>
    <message>
      <source>stage2.enabled is on</source>
      <translation>stage2.enabled 为开</translation>
    </message>
    <message>
      <source>stage2.optimiser is sgd</source>
      <translation>stage2.optimiser 为 SGD</translation>
    </message>
    <message>
      <source>stage2.schedule is cosine or imitation fades over the stage</source>
      <translation>stage2.schedule 为余弦，或模仿在该阶段内逐渐减弱</translation>
    </message>
    <message>
      <source>stage2.schedule is plateau</source>
      <translation>stage2.schedule 为平台</translation>
    </message>
    <message>
      <source>statistics</source>
      <translation>统计量</translation>
    </message>
    <message>
      <source>std of logits</source>
      <translation>logit 标准差</translation>
    </message>
    <message>
      <source>step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>step {first:,} to {last:,}</source>
      <translation>第 {first:,} 步至第 {last:,} 步</translation>
    </message>
    <message>
      <source>step {number}</source>
      <translation>第 {number} 步</translation>
    </message>
    <message>
      <source>step {step:,.0f}</source>
      <translation>第 {step:,.0f} 步</translation>
    </message>
    <message>
      <source>step {step:,}</source>
      <translation>第 {step:,} 步</translation>
    </message>
    <message>
      <source>step {step:,} of {steps:,}</source>
      <translation>第 {step:,} 步，共 {steps:,} 步</translation>
    </message>
    <message>
      <source>step {step:,} · stage {stage} · epoch {epoch}</source>
      <translation>第 {step:,} 步 · 阶段 {stage} · 第 {epoch} 轮</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <source>stopped after {time}</source>
      <translation>{time}后停止</translation>
    </message>
    <message>
      <source>stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <source>stretch lays the schedule over the new length, so that the learning rate rises again. floor leaves it as it was planned: the added epochs go on at the rate that it ended with.</source>
      <translation>拉伸：把调度铺展到新的长度上，因此学习率会再次上升。下限：保持原先规划的调度：增加的轮以其结束时的学习率继续。</translation>
    </message>
    <message>
      <source>strong</source>
      <translation>强</translation>
    </message>
    <message>
      <source>student</source>
      <translation>学生模型</translation>
    </message>
    <message>
      <source>student {student}, teacher {teacher}</source>
      <translation>学生模型 {student}，教师模型 {teacher}</translation>
    </message>
    <message>
      <source>student.pooling is topk_mean or topk_max</source>
      <translation>student.pooling 为 topk_mean 或 topk_max</translation>
    </message>
    <message>
      <source>suggest</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>teacher</source>
      <translation>教师模型</translation>
    </message>
    <message>
      <source>teacher check</source>
      <translation>教师模型检查</translation>
    </message>
    <message>
      <source>teacher maps</source>
      <translation>教师模型图</translation>
    </message>
    <message>
      <source>teacher views</source>
      <translation>教师模型视图</translation>
    </message>
    <message>
      <source>teacher {auc:.3f}</source>
      <translation>教师模型 {auc:.3f}</translation>
    </message>
    <message>
      <source>test</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>that is far below its teacher's {auc}</source>
      <translation>这远低于其教师模型的 {auc}</translation>
    </message>
    <message>
      <source>that is hardly better than guessing ({auc})</source>
      <translation>这几乎不比猜测（{auc}）好</translation>
    </message>
    <message>
      <source>that is no better than guessing ({auc})</source>
      <translation>这不比猜测（{auc}）好</translation>
    </message>
    <message>
      <source>the beginning</source>
      <translation>开头</translation>
    </message>
    <message>
      <source>the beginning of stage {stage}</source>
      <translation>阶段 {stage} 的开头</translation>
    </message>
    <message>
      <source>the clean picture</source>
      <translation>干净的图片</translation>
    </message>
    <message>
      <source>the teacher's is {auc:.3f}</source>
      <translation>教师模型的为 {auc:.3f}</translation>
    </message>
    <message>
      <source>thing</source>
      <translation>项</translation>
    </message>
    <message>
      <source>things</source>
      <translation>项</translation>
    </message>
    <message>
      <source>throughput</source>
      <translation>吞吐量</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>个切块</translation>
    </message>
    <message>
      <source>top-k max</source>
      <translation>top-k 最大值</translation>
    </message>
    <message>
      <source>top-k mean</source>
      <translation>top-k 均值</translation>
    </message>
    <message>
      <source>torch.export (.pt2)</source>
      <translation>torch.export (.pt2)</translation>
    </message>
    <message>
      <source>total</source>
      <translation>总计</translation>
    </message>
    <message>
      <source>training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>training images</source>
      <translation>训练图片</translation>
    </message>
    <message>
      <source>undefined</source>
      <translation>未定义</translation>
    </message>
    <message>
      <source>undefined (one class is missing)</source>
      <translation>未定义（缺少一个类别）</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>validations</source>
      <translation>次验证</translation>
    </message>
    <message>
      <source>vanishing</source>
      <translation>消失</translation>
    </message>
    <message>
      <source>very likely fake</source>
      <translation>极可能是伪造</translation>
    </message>
    <message>
      <source>very likely real</source>
      <translation>极可能是真实</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>条警告</translation>
    </message>
    <message>
      <source>warnings</source>
      <translation>条警告</translation>
    </message>
    <message>
      <source>what the student sees</source>
      <translation>学生模型所见</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>整张</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>整张图片</translation>
    </message>
    <message>
      <source>without labels</source>
      <translation>无标签</translation>
    </message>
    <message>
      <source>worth of the teacher</source>
      <translation>教师模型的价值</translation>
    </message>
    <message>
      <source>x grad</source>
      <translation>x 梯度</translation>
    </message>
    <message>
      <source>y grad</source>
      <translation>y 梯度</translation>
    </message>
    <message>
      <source>{auc} on {images:,} validation images</source>
      <translation>{images:,} 张验证图片上为 {auc}</translation>
    </message>
    <message>
      <source>{card}, {split} images</source>
      <translation>{card}，{split}图片</translation>
    </message>
    <message>
      <source>{classes} proposed by name: look at the pictures.</source>
      <translation>{classes}由名称推定：请查看图片。</translation>
    </message>
    <message>
      <source>{count:,} failed</source>
      <translation>{count:,} 次失败</translation>
    </message>
    <message>
      <source>{count:,} finished</source>
      <translation>{count:,} 次已完成</translation>
    </message>
    <message>
      <source>{count:,} more sources</source>
      <translation>另外 {count:,} 个来源</translation>
    </message>
    <message>
      <source>{count:,} patch logits from {low} to {high}</source>
      <translation>{count:,} 个图块 logit，从 {low} 到 {high}</translation>
    </message>
    <message>
      <source>{count:,} times, {steps}</source>
      <translation>{count:,} 次，{steps}</translation>
    </message>
    <message>
      <source>{counts} Now choose the teacher: a large detector.</source>
      <translation>{counts} 现在请选择教师模型：一个大型检测器。</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>已更改 {count} 项</translation>
    </message>
    <message>
      <source>{count} found.</source>
      <translation>发现 {count}。</translation>
    </message>
    <message>
      <source>{count} of {all} topics</source>
      <translation>{count} / {all} 个主题</translation>
    </message>
    <message>
      <source>{count} warnings stand in Set-up.</source>
      <translation>“准备”页有 {count} 条警告。</translation>
    </message>
    <message>
      <source>{data} ({images:,} images)</source>
      <translation>{data}（{images:,} 张图片）</translation>
    </message>
    <message>
      <source>{done:,} of {total:,}</source>
      <translation>{done:,} / {total:,}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}</source>
      <translation>{done:,} / {total:,} {unit}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}, {time} left</source>
      <translation>{done:,} / {total:,} {unit}，剩余 {time}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,}, {time} left</source>
      <translation>{done:,} / {total:,}，剩余 {time}</translation>
    </message>
    <message>
      <source>{done} of {runs}</source>
      <translation>{done} / {runs}</translation>
    </message>
    <message>
      <source>{done} of {runs}, {failed} failed</source>
      <translation>{done} / {runs}，{failed} 次失败</translation>
    </message>
    <message>
      <source>{errors} things stand against starting.</source>
      <translation>有 {errors} 项阻碍开始。</translation>
    </message>
    <message>
      <source>{files}: {used:,} used, {left:,} left out.</source>
      <translation>{files}：使用 {used:,} 个，排除 {left:,} 个。</translation>
    </message>
    <message>
      <source>{file}, audited: {figures}.</source>
      <translation>{file}，已审查：{figures}。</translation>
    </message>
    <message>
      <source>{file}, proven: {figures}.</source>
      <translation>{file}，已核验：{figures}。</translation>
    </message>
    <message>
      <source>{flips:,} of {images:,} decisions flip</source>
      <translation>{images:,} 个判定中有 {flips:,} 个翻转</translation>
    </message>
    <message>
      <source>{folders} undecided: choose with the buttons, or R, F, L.</source>
      <translation>{folders}未定：用按钮或 R、F、L 选择。</translation>
    </message>
    <message>
      <source>{folder} could not be moved to the recycle bin.</source>
      <translation>无法将 {folder} 移到回收站。</translation>
    </message>
    <message>
      <source>{folder} is not a run folder, so it was left alone.</source>
      <translation>{folder} 不是训练文件夹，因此未作改动。</translation>
    </message>
    <message>
      <source>{hours} h {minutes:02} min</source>
      <translation>{hours} 小时 {minutes:02} 分钟</translation>
    </message>
    <message>
      <source>{images:,.0f} images/s</source>
      <translation>{images:,.0f} 张图片/秒</translation>
    </message>
    <message>
      <source>{images} for {splits}, from {sources}.</source>
      <translation>{images}，用于{splits}，来自 {sources}。</translation>
    </message>
    <message>
      <source>{images} what a training image shows</source>
      <translation>{images}与某张训练图片相同的内容</translation>
    </message>
    <message>
      <source>{images} what an image of an earlier set shows</source>
      <translation>{images}与前面集合中某张图片相同的内容</translation>
    </message>
    <message>
      <source>{input_filter} with {normalisation}: {auc}</source>
      <translation>{input_filter}，{normalisation}：{auc}</translation>
    </message>
    <message>
      <source>{kind}, proposed</source>
      <translation>{kind}，推定</translation>
    </message>
    <message>
      <source>{kind}; AUC on training images {calibrated_auc:.3f}, raw {raw:.3f}</source>
      <translation>{kind}；训练图片上的 AUC {calibrated_auc:.3f}，原始 {raw:.3f}</translation>
    </message>
    <message>
      <source>{label}: asked for; the run takes it before its next step.</source>
      <translation>{label}：已请求；训练将在下一步之前采用。</translation>
    </message>
    <message>
      <source>{label}: in Set-up now, for the next run.</source>
      <translation>{label}：已填入“准备”页，用于下一次训练。</translation>
    </message>
    <message>
      <source>{logit:+.1f} fake; threshold {middle}</source>
      <translation>{logit:+.1f} 伪造；阈值 {middle}</translation>
    </message>
    <message>
      <source>{low} to {high}: {count:,} patches</source>
      <translation>{low} 到 {high}：{count:,} 个图块</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
    </message>
    <message>
      <source>{moved} of {runs} were moved.</source>
      <translation>已移动 {moved} / {runs} 次训练。</translation>
    </message>
    <message>
      <source>{name} (step {step:,})</source>
      <translation>{name}（第 {step:,} 步）</translation>
    </message>
    <message>
      <source>{name}: choose</source>
      <translation>{name}：选择</translation>
    </message>
    <message>
      <source>{name}: those that were found</source>
      <translation>{name}：找到的项</translation>
    </message>
    <message>
      <source>{network} fake, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation>{network}：伪造，logit {logit:+.2f}（格 {column}, {row}）</translation>
    </message>
    <message>
      <source>{network} has no patch at the rim</source>
      <translation>{network}在边缘没有图块</translation>
    </message>
    <message>
      <source>{network} on {split} images, {source}.</source>
      <translation>{network}，{split}图片，{source}。</translation>
    </message>
    <message>
      <source>{network} real, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation>{network}：真实，logit {logit:+.2f}（格 {column}, {row}）</translation>
    </message>
    <message>
      <source>{number} million</source>
      <translation>{number} 百万</translation>
    </message>
    <message>
      <source>{parameters:,} parameters</source>
      <translation>{parameters:,} 个参数</translation>
    </message>
    <message>
      <source>{passed} of {drills} drills ended as they should.</source>
      <translation>{drills} 项演练中有 {passed} 项按预期结束。</translation>
    </message>
    <message>
      <source>{path} is not there.</source>
      <translation>{path} 不存在。</translation>
    </message>
    <message>
      <source>{path} was not opened: it is no project, folder, checkpoint, CSV file or picture.</source>
      <translation>未打开 {path}：它不是项目、文件夹、检查点、CSV 文件或图片。</translation>
    </message>
    <message>
      <source>{path} was not opened: one window has one project.</source>
      <translation>未打开 {path}：一个窗口只能有一个项目。</translation>
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake</source>
      <translation>{pictures}：{fakes:,} 张判为伪造</translation>
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake, {unread:,} cannot be read</source>
      <translation>{pictures}：{fakes:,} 张判为伪造，{unread:,} 张无法读取</translation>
    </message>
    <message>
      <source>{picture}, image {number}</source>
      <translation>{picture}，图片 {number}</translation>
    </message>
    <message>
      <source>{plot}: logarithmic height</source>
      <translation>{plot}：对数高度</translation>
    </message>
    <message>
      <source>{rate} false alarms</source>
      <translation>误报率 {rate}</translation>
    </message>
    <message>
      <source>{rate} is the lowest rate at which the loss falls nearly as far as it can.</source>
      <translation>{rate} 是损失下降幅度几乎达到最大时的最低学习率。</translation>
    </message>
    <message>
      <source>{real:,} real and {fake}</source>
      <translation>{real:,} 张真实图片和 {fake}</translation>
    </message>
    <message>
      <source>{rest:,} more folders, as their folder</source>
      <translation>另外 {rest:,} 个文件夹，与其所在文件夹相同</translation>
    </message>
    <message>
      <source>{rule}, at once</source>
      <translation>{rule}，立即</translation>
    </message>
    <message>
      <source>{rule}, step {step}</source>
      <translation>{rule}，第 {step} 步</translation>
    </message>
    <message>
      <source>{runs} added to the queue.</source>
      <translation>已将 {runs}加入队列。</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} 秒</translation>
    </message>
    <message>
      <source>{severity}, healed</source>
      <translation>{severity}，已恢复</translation>
    </message>
    <message>
      <source>{size:,.1f} kB</source>
      <translation>{size:,.1f} kB</translation>
    </message>
    <message>
      <source>{speed}, {share} of the time waiting for images</source>
      <translation>{speed}，{share} 的时间在等待图片</translation>
    </message>
    <message>
      <source>{terms} of the sum and of the gradient at step {step:,}</source>
      <translation>第 {step:,} 步时占总和与梯度的份额：{terms}</translation>
    </message>
    <message>
      <source>{term} {loss} and {gradient}</source>
      <translation>{term} {loss} 和 {gradient}</translation>
    </message>
    <message>
      <source>{text}: AUC {auc} on a sample. Others that fit its first layer better: {tried}</source>
      <translation>{text}：样本上的 AUC 为 {auc}。与其第一层更契合的其他方式：{tried}</translation>
    </message>
    <message>
      <source>{text}; of {count} ways none fits this checkpoint's first layer clearly better</source>
      <translation>{text}；在 {count} 种方式中，没有一种与此检查点的第一层明显更契合</translation>
    </message>
    <message>
      <source>{time:.2f} ms an image</source>
      <translation>每张图片 {time:.2f} 毫秒</translation>
    </message>
    <message>
      <source>{title}: back to {value}</source>
      <translation>{title}：恢复为 {value}</translation>
    </message>
    <message>
      <source>{title}: how it stands</source>
      <translation>{title}：进展情况</translation>
    </message>
    <message>
      <source>{used:.1f} GB here, {free:.1f} of {whole:.0f} GB free</source>
      <translation>此处占用 {used:.1f} GB，可用 {free:.1f} / {whole:.0f} GB</translation>
    </message>
    <message>
      <source>{used:.1f} of {whole:.0f} GB in use</source>
      <translation>已使用 {used:.1f} / {whole:.0f} GB</translation>
    </message>
    <message>
      <source>{value}, limit {limit}</source>
      <translation>{value}，限值 {limit}</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} px at {left}, {top}</source>
      <translation>{width:,} × {height:,} px，位于 {left}, {top}</translation>
    </message>
    <message>
      <source>{words} (double-click)</source>
      <translation>{words}（双击）</translation>
    </message>
    <message>
      <source>{words} on this page</source>
      <translation>本页有 {words}</translation>
    </message>
    <message>
      <source>{word}: the selected folders, and those in them ({key})</source>
      <translation>{word}：所选的文件夹及其中的文件夹（{key}）</translation>
    </message>
    <message>
      <source>{written} of {asked} written to {folder}.</source>
      <translation>已将 {written} / {asked} 写入 {folder}。</translation>
    </message>
    <message>
      <source>{written} was written.</source>
      <translation>已写入 {written}。</translation>
    </message>
  </context>
</TS>
