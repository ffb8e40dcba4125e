<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>PatchDistill</name>
    <message>
      <source>"{name}" cannot be resumed: it has no checkpoint to go on from.</source>
      <translation>„{name}“ kann nicht fortgesetzt werden: Es fehlt ein Checkpoint, von dem aus es weiterginge.</translation>
    </message>
    <message>
      <source>"{name}" has changes that are not saved.</source>
      <translation>„{name}“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
      <source>"{name}" has finished, and Set-up holds no change that would train it further.</source>
      <translation>„{name}“ ist abgeschlossen, und die Einrichtung enthält keine Änderung, mit der weiter trainiert würde.</translation>
    </message>
    <message>
      <source>"{name}" names places on other computers: {places}.</source>
      <translation>„{name}“ nennt Orte auf anderen Computern: {places}.</translation>
    </message>
    <message>
      <source>"{student}" has a student: try it on pictures of yours, or take it away.</source>
      <translation>„{student}“ hat einen Studenten: ihn an eigenen Bildern ausprobieren oder mitnehmen.</translation>
    </message>
    <message>
      <source>(as set)</source>
      <translation>(wie eingestellt)</translation>
    </message>
    <message>
      <source>(changed; the preset has {value})</source>
      <translation>(geändert; die Vorlage hat {value})</translation>
    </message>
    <message>
      <source>(no source)</source>
      <translation>(keine Quelle)</translation>
    </message>
    <message>
      <source>+{logit:.1f}, fake</source>
      <translation>+{logit:.1f}, gefälscht</translation>
    </message>
    <message>
      <source>, best AUC {auc:.3f}</source>
      <translation>, beste AUC {auc:.3f}</translation>
    </message>
    <message>
      <source>, best validation AUC {auc:.3f}</source>
      <translation>, beste Validierungs-AUC {auc:.3f}</translation>
    </message>
    <message>
      <source>0 patch logits</source>
      <translation>0 Patch-Logits</translation>
    </message>
    <message>
      <source>&lt;b&gt;{kind}&lt;/b&gt; (label {label})</source>
      <translation>&lt;b&gt;{kind}&lt;/b&gt; (Label {label})</translation>
    </message>
    <message>
      <source>A constant answer was the easiest way to a small loss, often after a learning rate that was too high.</source>
      <translation>Eine konstante Antwort war der leichteste Weg zu einem kleinen Loss, oft nach einer zu hohen Lernrate.</translation>
    </message>
    <message>
      <source>A constant map is then no longer the easiest way to a small loss.</source>
      <translation>Eine konstante Karte ist dann nicht mehr der leichteste Weg zu einem kleinen Loss.</translation>
    </message>
    <message>
      <source>A file could not be written because the disk is full</source>
      <translation>Eine Datei konnte nicht geschrieben werden, weil der Datenträger voll ist</translation>
    </message>
    <message>
      <source>A learning rate of 1 from the first step, which throws the activations to 0.</source>
      <translation>Eine Lernrate von 1 ab dem ersten Schritt, die die Aktivierungen auf 0 wirft.</translation>
    </message>
    <message>
      <source>A learning rate of 10 from the first step, without clipping.</source>
      <translation>Eine Lernrate von 10 ab dem ersten Schritt, ohne Clipping.</translation>
    </message>
    <message>
      <source>A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.</source>
      <translation>Ein Loss, ein Gradient oder eine Ausgabe war NaN oder unendlich. Ein solcher Schritt wird ausgelassen, bevor er die Gewichte erreicht.</translation>
    </message>
    <message>
      <source>A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.</source>
      <translation>Ein Teil des Loss ist eingeschaltet, aber sein Wert oder sein Gradient ist genau 0, sodass er nichts lehrt.</translation>
    </message>
    <message>
      <source>A program for PyTorch: picture in, score and patch map out.</source>
      <translation>Ein Programm für PyTorch: Bild hinein, Wert und Patch-Karte heraus.</translation>
    </message>
    <message>
      <source>A run is going on, and there is one at a time. Stop it first, or wait until it has finished.</source>
      <translation>Ein Lauf ist im Gang, und es gibt immer nur einen. Ihn zuerst stoppen oder warten, bis er abgeschlossen ist.</translation>
    </message>
    <message>
      <source>A run is going on, and would be measured with it.</source>
      <translation>Ein Lauf ist im Gang und würde mitgemessen.</translation>
    </message>
    <message>
      <source>A run is going on. Stop it and close PatchDistill?</source>
      <translation>Ein Lauf ist im Gang. Stoppen und PatchDistill schließen?</translation>
    </message>
    <message>
      <source>A run is going on: what it uses stands on the page Run.</source>
      <translation>Ein Lauf ist im Gang: Was er benutzt, steht auf der Seite „Lauf“.</translation>
    </message>
    <message>
      <source>A run is using them. They can be emptied when it has ended.</source>
      <translation>Ein Lauf benutzt sie. Sie können geleert werden, wenn er beendet ist.</translation>
    </message>
    <message>
      <source>A run that is going on continues; what it saved is safe. If the window behaves oddly, stop the run (it saves) and start the program again. Show Details has the report for the developers.</source>
      <translation>Ein Lauf, der im Gang ist, geht weiter; was er gespeichert hat, ist sicher. Wenn sich das Fenster seltsam verhält, den Lauf stoppen (er speichert) und das Programm neu starten. „Details anzeigen“ enthält den Bericht für die Entwickler.</translation>
    </message>
    <message>
      <source>A run that is going on keeps its name.</source>
      <translation>Ein Lauf, der im Gang ist, behält seinen Namen.</translation>
    </message>
    <message>
      <source>A run that was going on can be resumed from its last checkpoint: it is among the earlier runs. If this happens again, create a support file and pass it on. The report is in {report}.</source>
      <translation>Ein Lauf, der im Gang war, kann von seinem letzten Checkpoint aus fortgesetzt werden: Er steht unter den früheren Läufen. Geschieht dies wieder, eine Support-Datei erstellen und weitergeben. Der Bericht steht in {report}.</translation>
    </message>
    <message>
      <source>A screen pixel for every pixel of the picture (1)</source>
      <translation>Ein Bildschirmpixel für jedes Pixel des Bildes (1)</translation>
    </message>
    <message>
      <source>A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.</source>
      <translation>Eine Bildmenge enthält nur eine Klasse: Aus ihr lässt sich nichts lernen, und ihre AUC ist nicht definiert.</translation>
    </message>
    <message>
      <source>A slow or remote disk, large pictures, or too little memory for decoded ones.</source>
      <translation>Ein langsamer oder entfernter Datenträger, große Bilder oder zu wenig Speicher für dekodierte.</translation>
    </message>
    <message>
      <source>A soft wall against huge patch logits.</source>
      <translation>Eine weiche Wand gegen sehr große Patch-Logits.</translation>
    </message>
    <message>
      <source>A step that was too long is a common reason.</source>
      <translation>Ein zu langer Schritt ist eine häufige Ursache.</translation>
    </message>
    <message>
      <source>A teacher below this on validation is refused.</source>
      <translation>Ein Teacher, der bei der Validierung darunter liegt, wird abgelehnt.</translation>
    </message>
    <message>
      <source>A tenth of</source>
      <translation>Ein Zehntel von</translation>
    </message>
    <message>
      <source>A tenth of the learning rate</source>
      <translation>Ein Zehntel der Lernrate</translation>
    </message>
    <message>
      <source>A third of</source>
      <translation>Ein Drittel von</translation>
    </message>
    <message>
      <source>A third of the learning rate</source>
      <translation>Ein Drittel der Lernrate</translation>
    </message>
    <message>
      <source>A trained LaDeDa (.pth or .safetensors). The architecture is recognised from the file. One that is at chance on your images may be fitted to them (command fit-teacher). Leave empty only with alpha_distill 0.</source>
      <translation>Ein trainiertes LaDeDa (.pth oder .safetensors). Die Architektur wird aus der Datei erkannt. Eines, das auf Ihren Bildern nur rät, lässt sich an sie anpassen (Befehl fit-teacher). Nur bei alpha_distill 0 leer lassen.</translation>
    </message>
    <message>
      <source>A trial with few labels</source>
      <translation>Versuch mit wenigen Labels</translation>
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
      <translation>AUC, ab der Format, Qualität, Größe und Metadaten der Dateien das Label verraten.</translation>
    </message>
    <message>
      <source>AUC by number of parameters</source>
      <translation>AUC nach Anzahl der Parameter</translation>
    </message>
    <message>
      <source>AUC now</source>
      <translation>AUC jetzt</translation>
    </message>
    <message>
      <source>AUC on {images:,} of the validation images: {tried}</source>
      <translation>AUC auf {images:,} der Validierungsbilder: {tried}</translation>
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images.</source>
      <translation>AUC {auc} auf {images:,} Bildern ({split}).</translation>
    </message>
    <message>
      <source>AUC {auc} on {images:,} {split} images; its teacher's is {teacher}.</source>
      <translation>AUC {auc} auf {images:,} Bildern ({split}); die des Teachers ist {teacher}.</translation>
    </message>
    <message>
      <source>AUC {before:.4f} before, {after:.4f} after</source>
      <translation>AUC vorher {before:.4f}, nachher {after:.4f}</translation>
    </message>
    <message>
      <source>AUC {source}</source>
      <translation>AUC {source}</translation>
    </message>
    <message>
      <source>About PatchDistill</source>
      <translation>Über PatchDistill</translation>
    </message>
    <message>
      <source>Above it lie {pictures}.</source>
      <translation>Darüber liegen {pictures}.</translation>
    </message>
    <message>
      <source>Accept a weak teacher</source>
      <translation>Schwachen Teacher annehmen</translation>
    </message>
    <message>
      <source>Accumulate</source>
      <translation>Akkumulieren</translation>
    </message>
    <message>
      <source>Accuracies are of decisions at logit 0. Those of the threshold are under Decisions.</source>
      <translation>Genauigkeiten gelten für Entscheidungen bei Logit 0. Die der Schwelle stehen unter „Entscheidungen“.</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Acts when patch logits become huge.</source>
      <translation>Wirkt, wenn Patch-Logits sehr groß werden.</translation>
    </message>
    <message>
      <source>Acts when the student's map turns into a constant.</source>
      <translation>Wirkt, wenn die Karte des Studenten konstant wird.</translation>
    </message>
    <message>
      <source>AdamW</source>
      <translation>AdamW</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add CSV…</source>
      <translation>CSV hinzufügen…</translation>
    </message>
    <message>
      <source>Add a folder of pictures</source>
      <translation>Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <source>Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose validation images yourself.</source>
      <translation>Bilder der kleineren Klasse hinzufügen oder einige der größeren weglassen; nach der AUC und der Genauigkeit jeder Klasse urteilen, nicht nach der Genauigkeit allein. Bei der Validierung: Bilder anderer Fotos oder Videos hinzufügen oder die Validierungsbilder selbst wählen.</translation>
    </message>
    <message>
      <source>Add pictures</source>
      <translation>Bilder hinzufügen</translation>
    </message>
    <message>
      <source>Add pictures…</source>
      <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
      <source>Add present settings</source>
      <translation>Aktuelle Einstellungen hinzufügen</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
      <source>Add {runs}</source>
      <translation>{runs} hinzufügen</translation>
    </message>
    <message>
      <source>Added epochs then go on at the rate that it ended with.</source>
      <translation>Hinzugefügte Epochen gehen dann mit der Rate weiter, mit der der Zeitplan geendet hat.</translation>
    </message>
    <message>
      <source>Advanced settings</source>
      <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
      <source>After each chosen run the same from labels only.</source>
      <translation>Nach jedem gewählten Lauf derselbe nur aus Labels.</translation>
    </message>
    <message>
      <source>Agreement with the teacher</source>
      <translation>Übereinstimmung mit dem Teacher</translation>
    </message>
    <message>
      <source>All figures (CSV)…</source>
      <translation>Alle Werte (CSV)…</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>All plots</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All settings</source>
      <translation>Alle Einstellungen</translation>
    </message>
    <message>
      <source>An allocation failed</source>
      <translation>Eine Speicheranforderung schlug fehl</translation>
    </message>
    <message>
      <source>And {things} more.</source>
      <translation>Und noch {things}.</translation>
    </message>
    <message>
      <source>Animations and files of several pictures, whose first one is used: {count:,}.</source>
      <translation>Animationen und Dateien mit mehreren Bildern, von denen das erste benutzt wird: {count:,}.</translation>
    </message>
    <message>
      <source>Another run is going on, and there is one at a time.</source>
      <translation>Ein anderer Lauf ist im Gang, und es gibt immer nur einen.</translation>
    </message>
    <message>
      <source>Another window or program is running it.</source>
      <translation>Ein anderes Fenster oder Programm führt sie aus.</translation>
    </message>
    <message>
      <source>Area under the ROC curve of the student.</source>
      <translation>Fläche unter der ROC-Kurve des Studenten.</translation>
    </message>
    <message>
      <source>As it counts in the sum (part x weight).</source>
      <translation>Wie er in der Summe zählt (Teil x Gewicht).</translation>
    </message>
    <message>
      <source>Asking the teacher about a sample</source>
      <translation>Teacher wird zu einer Stichprobe befragt</translation>
    </message>
    <message>
      <source>Asking the teacher once</source>
      <translation>Teacher wird einmal befragt</translation>
    </message>
    <message>
      <source>At least the usual learning rates</source>
      <translation>Mindestens die üblichen Lernraten</translation>
    </message>
    <message>
      <source>At least {low}.</source>
      <translation>Mindestens {low}.</translation>
    </message>
    <message>
      <source>At most the usual learning rates</source>
      <translation>Höchstens die üblichen Lernraten</translation>
    </message>
    <message>
      <source>At none of these rates did the loss fall. Check the teacher and the labels.</source>
      <translation>Bei keiner dieser Raten fiel der Loss. Den Teacher und die Labels prüfen.</translation>
    </message>
    <message>
      <source>At the present ones the weights hardly move.</source>
      <translation>Bei den jetzigen bewegen sich die Gewichte kaum.</translation>
    </message>
    <message>
      <source>At the threshold that validation chose: {probability} fake (logit {logit}).</source>
      <translation>Bei der Schwelle, die die Validierung gewählt hat: {probability} gefälscht (Logit {logit}).</translation>
    </message>
    <message>
      <source>Audited on the validation images; saves little for so small a network.</source>
      <translation>Auf den Validierungsbildern geprüft; spart bei einem so kleinen Netz wenig.</translation>
    </message>
    <message>
      <source>Average precision of the student.</source>
      <translation>Durchschnittliche Präzision (Average Precision) des Studenten.</translation>
    </message>
    <message>
      <source>Average the statistics over more training batches before each validation (statistics_batches), and use larger batches (batch_size).</source>
      <translation>Die Statistik vor jeder Validierung über mehr Trainings-Batches mitteln (statistics_batches) und größere Batches nehmen (batch_size).</translation>
    </message>
    <message>
      <source>Average the weights</source>
      <translation>Gewichte mitteln</translation>
    </message>
    <message>
      <source>Averaged weights</source>
      <translation>Gemittelte Gewichte</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back to the current run</source>
      <translation>Zurück zum aktuellen Lauf</translation>
    </message>
    <message>
      <source>Back to the last run</source>
      <translation>Zurück zum letzten Lauf</translation>
    </message>
    <message>
      <source>Back to the run that is going on</source>
      <translation>Zurück zum Lauf, der im Gang ist</translation>
    </message>
    <message>
      <source>Back to {value}</source>
      <translation>Zurück zu {value}</translation>
    </message>
    <message>
      <source>Bad steps allowed</source>
      <translation>Erlaubte fehlerhafte Schritte</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batch-Größe</translation>
    </message>
    <message>
      <source>Batches for BatchNorm statistics</source>
      <translation>Batches für die BatchNorm-Statistik</translation>
    </message>
    <message>
      <source>Batches or images are too large for this card, or other programs use it.</source>
      <translation>Batches oder Bilder sind zu groß für diese Karte, oder andere Programme benutzen sie.</translation>
    </message>
    <message>
      <source>Batches whose gradients are added before a step.</source>
      <translation>Batches, deren Gradienten vor einem Schritt addiert werden.</translation>
    </message>
    <message>
      <source>Before every validation and checkpoint the statistics are averaged anew over this many training batches: the published momentum of 0.001 lags far behind.</source>
      <translation>Vor jeder Validierung und jedem Checkpoint wird die Statistik über so viele Trainings-Batches neu gemittelt: Das veröffentlichte Momentum von 0.001 hinkt weit hinterher.</translation>
    </message>
    <message>
      <source>Begin another run from these settings.</source>
      <translation>Einen weiteren Lauf mit diesen Einstellungen beginnen.</translation>
    </message>
    <message>
      <source>Beside each run the same from labels only</source>
      <translation>Neben jedem Lauf derselbe nur aus Labels</translation>
    </message>
    <message>
      <source>Best AUC</source>
      <translation>Beste AUC</translation>
    </message>
    <message>
      <source>Best validation AUC</source>
      <translation>Beste Validierungs-AUC</translation>
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f} (stage {stage}, epoch {epoch})</source>
      <translation>Beste Validierungs-AUC des Studenten: {auc:.3f} (Stufe {stage}, Epoche {epoch})</translation>
    </message>
    <message>
      <source>Best validation AUC of the student: {auc:.3f}.</source>
      <translation>Beste Validierungs-AUC des Studenten: {auc:.3f}.</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Unschärfe</translation>
    </message>
    <message>
      <source>Bound on every single gradient value, applied before the norm is clipped. 0 switches it off.</source>
      <translation>Grenze für jeden einzelnen Gradientenwert, angewandt vor dem Clipping der Norm. 0 schaltet sie aus.</translation>
    </message>
    <message>
      <source>Bound on the length of the whole gradient. 0 switches it off.</source>
      <translation>Grenze für die Länge des ganzen Gradienten. 0 schaltet sie aus.</translation>
    </message>
    <message>
      <source>Boxes</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <source>Bring them back.</source>
      <translation>Sie wiederherstellen.</translation>
    </message>
    <message>
      <source>Browse for {name}</source>
      <translation>Nach {name} suchen</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>Durchsuchen…</translation>
    </message>
    <message>
      <source>By a folder above, or by its name</source>
      <translation>Durch einen übergeordneten Ordner oder durch seinen Namen</translation>
    </message>
    <message>
      <source>By source</source>
      <translation>Nach Quelle</translation>
    </message>
    <message>
      <source>CPU</source>
      <translation>CPU</translation>
    </message>
    <message>
      <source>CPU threads</source>
      <translation>CPU-Threads</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
      <source>CSV files (*.csv);;All files (*)</source>
      <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>CUDA GPU</source>
      <translation>CUDA-GPU</translation>
    </message>
    <message>
      <source>CUDA graphs</source>
      <translation>CUDA-Graphen</translation>
    </message>
    <message>
      <source>CUDA out of memory</source>
      <translation>CUDA-Speicher voll</translation>
    </message>
    <message>
      <source>Cache folder</source>
      <translation>Cache-Ordner</translation>
    </message>
    <message>
      <source>Caches</source>
      <translation>Caches</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>Calibration costs the teacher</source>
      <translation>Kalibrierung schadet dem Teacher</translation>
    </message>
    <message>
      <source>Calibration error: {before} as trained, {after} calibrated; 0 is best.</source>
      <translation>Kalibrierungsfehler: {before} wie trainiert, {after} kalibriert; 0 ist am besten.</translation>
    </message>
    <message>
      <source>Called fake above</source>
      <translation>Gilt als gefälscht über</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cannot be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <source>Cause</source>
      <translation>Ursache</translation>
    </message>
    <message>
      <source>Cause.</source>
      <translation>Ursache.</translation>
    </message>
    <message>
      <source>Changed in Set-up since it was started:</source>
      <translation>In der Einrichtung geändert, seit er gestartet wurde:</translation>
    </message>
    <message>
      <source>Changed while it ran.</source>
      <translation>Geändert, während er lief.</translation>
    </message>
    <message>
      <source>Changes allowed, per warning</source>
      <translation>Erlaubte Änderungen je Warnung</translation>
    </message>
    <message>
      <source>Channels of the student; 8 is the published Tiny-LaDeDa with 1,297 parameters.</source>
      <translation>Kanäle des Studenten; 8 ist das veröffentlichte Tiny-LaDeDa mit 1297 Parametern.</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Check the teacher</source>
      <translation>Teacher prüfen</translation>
    </message>
    <message>
      <source>Check the teacher and the data; if the term is not wanted, set its weight to 0.</source>
      <translation>Den Teacher und die Daten prüfen; ist der Term nicht gewünscht, sein Gewicht auf 0 setzen.</translation>
    </message>
    <message>
      <source>Check what is trained (trainable), raise the learning rate, or start again from other weights.</source>
      <translation>Prüfen, was trainiert wird (trainable), die Lernrate erhöhen oder mit anderen Gewichten neu beginnen.</translation>
    </message>
    <message>
      <source>Checking the teacher</source>
      <translation>Teacher wird geprüft</translation>
    </message>
    <message>
      <source>Checkpoints ({endings});;All files (*)</source>
      <translation>Checkpoints ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Choose CSV files</source>
      <translation>CSV-Dateien wählen</translation>
    </message>
    <message>
      <source>Choose a checkpoint</source>
      <translation>Checkpoint wählen</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose a folder of images</source>
      <translation>Ordner mit Bildern wählen</translation>
    </message>
    <message>
      <source>Choose a folder with real and fake images, and compare: where the two differ most comes first.</source>
      <translation>Einen Ordner mit echten und gefälschten Bildern wählen und vergleichen: Zuerst kommt, wo sich die beiden am meisten unterscheiden.</translation>
    </message>
    <message>
      <source>Choose a teacher above.</source>
      <translation>Oben einen Teacher wählen.</translation>
    </message>
    <message>
      <source>Choose a teacher checkpoint first.</source>
      <translation>Zuerst einen Teacher-Checkpoint wählen.</translation>
    </message>
    <message>
      <source>Choose a teacher first, on the page Networks, and a weight of imitation above 0.</source>
      <translation>Zuerst einen Teacher wählen, auf der Seite „Netze“, und ein Gewicht der Imitation über 0.</translation>
    </message>
    <message>
      <source>Choose another teacher checkpoint, or train from labels only (alpha_distill 0).</source>
      <translation>Einen anderen Teacher-Checkpoint wählen oder nur aus Labels trainieren (alpha_distill 0).</translation>
    </message>
    <message>
      <source>Choose images in Set-up and press Start, or see how it works with the images that come with the program. Curves, warnings and progress appear here.</source>
      <translation>In der Einrichtung Bilder wählen und „Start“ drücken, oder mit den mitgelieferten Bildern sehen, wie es geht. Kurven, Warnungen und Fortschritt erscheinen hier.</translation>
    </message>
    <message>
      <source>Choose its weights, or open a run from Runs.</source>
      <translation>Seine Gewichte wählen oder einen Lauf unter „Läufe“ öffnen.</translation>
    </message>
    <message>
      <source>Choose training images first, on the page Images.</source>
      <translation>Zuerst Trainingsbilder wählen, auf der Seite „Bilder“.</translation>
    </message>
    <message>
      <source>Choose training images: what is found in them is shown here, to be confirmed.</source>
      <translation>Trainingsbilder wählen: Was darin gefunden wird, erscheint hier zum Bestätigen.</translation>
    </message>
    <message>
      <source>Choose which figure is compared.</source>
      <translation>Wählen, welche Kennzahl verglichen wird.</translation>
    </message>
    <message>
      <source>Choose which plots are shown.</source>
      <translation>Wählen, welche Diagramme gezeigt werden.</translation>
    </message>
    <message>
      <source>Chosen by hand</source>
      <translation>Von Hand gewählt</translation>
    </message>
    <message>
      <source>Chosen here; holds for the folders in it</source>
      <translation>Hier gewählt; gilt für die Ordner darin</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Classes of folders</source>
      <translation>Klassen von Ordnern</translation>
    </message>
    <message>
      <source>Classes of the folders</source>
      <translation>Klassen der Ordner</translation>
    </message>
    <message>
      <source>Classes out of balance</source>
      <translation>Klassen im Ungleichgewicht</translation>
    </message>
    <message>
      <source>Classes…</source>
      <translation>Klassen…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Click to show or hide.</source>
      <translation>Klicken zum Zeigen oder Verbergen.</translation>
    </message>
    <message>
      <source>Clip each gradient at</source>
      <translation>Clipping je Gradientenwert bei</translation>
    </message>
    <message>
      <source>Clip the gradient's norm</source>
      <translation>Norm des Gradienten begrenzen</translation>
    </message>
    <message>
      <source>Clip the gradient's norm at</source>
      <translation>Clipping der Gradientennorm bei</translation>
    </message>
    <message>
      <source>Clipping dominates</source>
      <translation>Clipping überwiegt</translation>
    </message>
    <message>
      <source>Clipping dominates above</source>
      <translation>Clipping überwiegt über</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb).</source>
      <translation>Andere Programme schließen oder den Speicher für dekodierte Bilder und Teacher-Karten senken (decoded_cache_mb, map_cache_mb).</translation>
    </message>
    <message>
      <source>Close programs that have files in it open, or delete the folder in the file manager.</source>
      <translation>Programme schließen, die Dateien darin geöffnet haben, oder den Ordner im Dateimanager löschen.</translation>
    </message>
    <message>
      <source>Close the comparison</source>
      <translation>Vergleich schließen</translation>
    </message>
    <message>
      <source>Close the program</source>
      <translation>Programm schließen</translation>
    </message>
    <message>
      <source>Close this run</source>
      <translation>Diesen Lauf schließen</translation>
    </message>
    <message>
      <source>Close-up of the patch</source>
      <translation>Nahansicht des Patches</translation>
    </message>
    <message>
      <source>Close-up of the pixels at the mark</source>
      <translation>Nahansicht der Pixel an der Marke</translation>
    </message>
    <message>
      <source>Closing</source>
      <translation>Wird geschlossen</translation>
    </message>
    <message>
      <source>Collapse</source>
      <translation>Kollaps</translation>
    </message>
    <message>
      <source>Collapse below</source>
      <translation>Kollaps unter</translation>
    </message>
    <message>
      <source>Collapse, share of teacher</source>
      <translation>Kollaps, Anteil des Teachers</translation>
    </message>
    <message>
      <source>Colour scale</source>
      <translation>Farbskala</translation>
    </message>
    <message>
      <source>Colours of the system</source>
      <translation>Farben des Systems</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compares the pattern of the two maps, whatever their scale; relative to the imitation weight.</source>
      <translation>Vergleicht das Muster der beiden Karten, gleich welcher Skala; relativ zum Gewicht der Imitation.</translation>
    </message>
    <message>
      <source>Compares the two maps' means as odds of fake: the teacher's verdict on the image, which counts most where labels are few; relative to the imitation weight.</source>
      <translation>Vergleicht die Mittel der beiden Karten als Chance auf gefälscht: das Urteil des Teachers über das Bild, das am meisten zählt, wo Labels knapp sind; relativ zum Gewicht der Imitation.</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Wird verglichen…</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>Computer</translation>
    </message>
    <message>
      <source>Computer suspended</source>
      <translation>Computer im Energiesparmodus</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
      <source>Constant teacher</source>
      <translation>Konstanter Teacher</translation>
    </message>
    <message>
      <source>Control</source>
      <translation>Kontrolle</translation>
    </message>
    <message>
      <source>Control run</source>
      <translation>Kontrolllauf</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy the selected rows, or all that are shown.</source>
      <translation>Die ausgewählten Zeilen kopieren, oder alle gezeigten.</translation>
    </message>
    <message>
      <source>Corrupt images</source>
      <translation>Beschädigte Bilder</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Anzahlen</translation>
    </message>
    <message>
      <source>Create support file</source>
      <translation>Support-Datei erstellen</translation>
    </message>
    <message>
      <source>Create support file…</source>
      <translation>Support-Datei erstellen…</translation>
    </message>
    <message>
      <source>Crops at native resolution</source>
      <translation>Ausschnitte in Originalauflösung</translation>
    </message>
    <message>
      <source>Crops at native size keep what is as fine as single pixels.</source>
      <translation>Ausschnitte in Originalgröße bewahren, was so fein wie einzelne Pixel ist.</translation>
    </message>
    <message>
      <source>Cross-entropy with the labels.</source>
      <translation>Kreuzentropie mit den Labels.</translation>
    </message>
    <message>
      <source>Curves appear here with the first steps of training.</source>
      <translation>Kurven erscheinen hier mit den ersten Schritten des Trainings.</translation>
    </message>
    <message>
      <source>Curves, warnings and progress</source>
      <translation>Kurven, Warnungen und Fortschritt</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Dark text on a light ground</source>
      <translation>Dunkler Text auf hellem Grund</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Decay of a running average of the weights, which is then what is validated and kept. It begins low and rises with the steps, so that the first weights are soon forgotten. 0 switches it off.</source>
      <translation>Abklingen eines laufenden Mittels der Gewichte, das dann validiert und behalten wird. Es beginnt niedrig und steigt mit den Schritten, sodass die ersten Gewichte bald vergessen sind. 0 schaltet es aus.</translation>
    </message>
    <message>
      <source>Decides order, augmentation and first weights; the same seed gives the same run.</source>
      <translation>Bestimmt Reihenfolge, Augmentierung und erste Gewichte; derselbe Seed ergibt denselben Lauf.</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>Decoded images and teacher maps are kept here for the next run. Empty: the system's folder for such files. Choose a disk of this computer, not one on the network.</source>
      <translation>Dekodierte Bilder und Teacher-Karten werden hier für den nächsten Lauf aufbewahrt. Leer: der Ordner des Systems für solche Dateien. Einen Datenträger dieses Computers wählen, keinen im Netzwerk.</translation>
    </message>
    <message>
      <source>Decoded images and teacher maps are kept on disk, so that the next run starts sooner. They hold nothing that cannot be made again.</source>
      <translation>Dekodierte Bilder und Teacher-Karten werden auf dem Datenträger aufbewahrt, damit der nächste Lauf schneller beginnt. Sie enthalten nichts, was sich nicht wieder erzeugen ließe.</translation>
    </message>
    <message>
      <source>Decoded pictures kept in memory, so that they are read once. 0 keeps none.</source>
      <translation>Dekodierte Bilder, die im Speicher bleiben, damit sie nur einmal gelesen werden. 0 behält keine.</translation>
    </message>
    <message>
      <source>Decoded pictures kept in the cache folder, for what memory cannot hold and for the next run. A picture of 256 x 256 pixels takes 0.2 MB. 0 keeps none.</source>
      <translation>Dekodierte Bilder, die im Cache-Ordner bleiben, für das, was nicht in den Speicher passt, und für den nächsten Lauf. Ein Bild von 256 x 256 Pixeln braucht 0.2 MB. 0 behält keine.</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Degradations</source>
      <translation>Qualitätsverluste</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Demo from labels only</source>
      <translation>Demo nur aus Labels</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Device of this computer</source>
      <translation>Gerät dieses Computers</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Differenz</translation>
    </message>
    <message>
      <source>Difference between the two maps' patterns.</source>
      <translation>Unterschied zwischen den Mustern der beiden Karten.</translation>
    </message>
    <message>
      <source>Difference is student minus teacher. Point at a map to read its values.</source>
      <translation>Die Differenz ist Student minus Teacher. Auf eine Karte zeigen, um ihre Werte abzulesen.</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Disk for decoded images</source>
      <translation>Plattenplatz für dekodierte Bilder</translation>
    </message>
    <message>
      <source>Disk for teacher maps</source>
      <translation>Plattenplatz für Teacher-Karten</translation>
    </message>
    <message>
      <source>Disk full</source>
      <translation>Datenträger voll</translation>
    </message>
    <message>
      <source>Disk low</source>
      <translation>Datenträger fast voll</translation>
    </message>
    <message>
      <source>Disk low below</source>
      <translation>Datenträger fast voll unter</translation>
    </message>
    <message>
      <source>Distance to the teacher's answer on the whole image.</source>
      <translation>Abstand zur Antwort des Teachers auf das ganze Bild.</translation>
    </message>
    <message>
      <source>Distance to the teacher's patch logits.</source>
      <translation>Abstand zu den Patch-Logits des Teachers.</translation>
    </message>
    <message>
      <source>Do what is left of the queue, one run after the other.</source>
      <translation>Ausführen, was von der Warteschlange übrig ist, einen Lauf nach dem anderen.</translation>
    </message>
    <message>
      <source>Do what waits after the run that is going on.</source>
      <translation>Ausführen, was nach dem laufenden Lauf wartet.</translation>
    </message>
    <message>
      <source>Do what waits, one run after the other, from the top.</source>
      <translation>Ausführen, was wartet, einen Lauf nach dem anderen, von oben.</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Erledigt.</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Down to the usual learning rate</source>
      <translation>Herab auf die übliche Lernrate</translation>
    </message>
    <message>
      <source>Draw the mean over several reports.</source>
      <translation>Das Mittel über mehrere Berichte zeichnen.</translation>
    </message>
    <message>
      <source>Drop a folder with real and fake images below, or add one.</source>
      <translation>Unten einen Ordner mit echten und gefälschten Bildern ablegen oder hinzufügen.</translation>
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation>Bild hierher ziehen</translation>
    </message>
    <message>
      <source>Drop folders or CSV files here</source>
      <translation>Ordner oder CSV-Dateien hierher ziehen</translation>
    </message>
    <message>
      <source>Drop pictures or folders here</source>
      <translation>Bilder oder Ordner hierher ziehen</translation>
    </message>
    <message>
      <source>Drop pictures, folders and checkpoints on their fields in its window.</source>
      <translation>Bilder, Ordner und Checkpoints auf ihre Felder im Fenster ziehen.</translation>
    </message>
    <message>
      <source>Duplicates across splits or classes</source>
      <translation>Duplikate in mehreren Datensätzen oder Klassen</translation>
    </message>
    <message>
      <source>During a run, of larger pictures the middle piece of this size is judged, as each validation looks at all of them. Scores, Inspect and exports always judge the whole picture.</source>
      <translation>Während eines Laufs wird von größeren Bildern das mittlere Stück dieser Größe beurteilt, da jede Validierung alle ansieht. Werte, „Untersuchen“ und Exporte beurteilen immer das ganze Bild.</translation>
    </message>
    <message>
      <source>EER</source>
      <translation>EER</translation>
    </message>
    <message>
      <source>Each batch then stands better for all images.</source>
      <translation>Jeder Batch steht dann besser für alle Bilder.</translation>
    </message>
    <message>
      <source>Each failure is switched on in a small run of the demo, in a folder of its own that is deleted afterwards. Your images and runs are not touched. All drills together take some minutes.</source>
      <translation>Jeder Fehlerfall wird in einem kleinen Lauf der Demo ausgelöst, in einem eigenen Ordner, der danach gelöscht wird. Ihre Bilder und Läufe bleiben unberührt. Alle Übungen zusammen dauern einige Minuten.</translation>
    </message>
    <message>
      <source>Each is then decoded once, not every epoch.</source>
      <translation>Jedes wird dann einmal dekodiert, nicht in jeder Epoche.</translation>
    </message>
    <message>
      <source>Each picture has so many versions, drawn once from the seed, each mirrored or not; epochs take them in turn. They are kept on disk, and the teacher is asked about each once: full speed returns after as many epochs. 0 draws anew in every epoch.</source>
      <translation>Jedes Bild hat so viele Fassungen, einmal aus dem Seed gezogen, jede gespiegelt oder nicht; die Epochen nehmen sie reihum. Sie bleiben auf dem Datenträger, und der Teacher wird zu jeder einmal befragt: Nach ebenso vielen Epochen kehrt die volle Geschwindigkeit zurück. 0 zieht in jeder Epoche neu.</translation>
    </message>
    <message>
      <source>Each run gets a folder of its own here. Empty: PatchDistill in your documents.</source>
      <translation>Jeder Lauf bekommt hier einen eigenen Ordner. Leer: PatchDistill in Ihren Dokumenten.</translation>
    </message>
    <message>
      <source>Earlier run: not finished</source>
      <translation>Früherer Lauf: nicht abgeschlossen</translation>
    </message>
    <message>
      <source>Earlier run: {state}</source>
      <translation>Früherer Lauf: {state}</translation>
    </message>
    <message>
      <source>Earlier runs</source>
      <translation>Frühere Läufe</translation>
    </message>
    <message>
      <source>Earlier runs: reopen, compare, resume</source>
      <translation>Frühere Läufe: öffnen, vergleichen, fortsetzen</translation>
    </message>
    <message>
      <source>Earlier validation</source>
      <translation>Frühere Validierung</translation>
    </message>
    <message>
      <source>Early stop</source>
      <translation>Vorzeitiges Ende</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Empty the caches?</source>
      <translation>Caches leeren?</translation>
    </message>
    <message>
      <source>Empty the caches…</source>
      <translation>Caches leeren…</translation>
    </message>
    <message>
      <source>Enlarge the page file (System &gt; About &gt; Advanced system settings &gt; Performance &gt; Advanced &gt; Virtual memory), close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb). Then resume the run.</source>
      <translation>Die Auslagerungsdatei vergrößern (System &gt; Info &gt; Erweiterte Systemeinstellungen &gt; Leistung &gt; Erweitert &gt; Virtueller Arbeitsspeicher), andere Programme schließen oder den Speicher für dekodierte Bilder und Teacher-Karten senken (decoded_cache_mb, map_cache_mb). Dann den Lauf fortsetzen.</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Epochs as long as with all pictures</source>
      <translation>Epochen so lang wie mit allen Bildern</translation>
    </message>
    <message>
      <source>Epochs between validations.</source>
      <translation>Epochen zwischen den Validierungen.</translation>
    </message>
    <message>
      <source>Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more epochs cosine rises again, as the stage is then not at its end.</source>
      <translation>Epochen, Warm-up oder Zeitplan der Stufe wurden geändert, was den Zeitplan anders legt. Mit mehr Epochen steigt Kosinus wieder, da die Stufe dann nicht an ihrem Ende ist.</translation>
    </message>
    <message>
      <source>Equal error rate; lower is better.</source>
      <translation>Gleichfehlerrate (Equal Error Rate); niedriger ist besser.</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Error 1455 where the next batch of images is taken.</source>
      <translation>Fehler 1455, wo der nächste Batch von Bildern geholt wird.</translation>
    </message>
    <message>
      <source>Evaluations in a row.</source>
      <translation>Auswertungen in Folge.</translation>
    </message>
    <message>
      <source>Evaluations looked at.</source>
      <translation>Betrachtete Auswertungen.</translation>
    </message>
    <message>
      <source>Even if it hardly tells real from fake</source>
      <translation>Auch wenn er echt kaum von gefälscht unterscheidet</translation>
    </message>
    <message>
      <source>Even if it was kept while the run was ill</source>
      <translation>Auch wenn er gespeichert wurde, während der Lauf krankte</translation>
    </message>
    <message>
      <source>Every combination of the values is trained with every seed, otherwise with the present settings of Set-up. Runs that the study has already are not added again.</source>
      <translation>Jede Kombination der Werte wird mit jedem Seed trainiert, sonst mit den aktuellen Einstellungen der Einrichtung. Läufe, die die Studie schon hat, werden nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
      <source>Every file can be read.</source>
      <translation>Jede Datei ist lesbar.</translation>
    </message>
    <message>
      <source>Every folder has its class. Choose again to change one.</source>
      <translation>Jeder Ordner hat seine Klasse. Zum Ändern neu wählen.</translation>
    </message>
    <message>
      <source>Every setting whose name or help has these words (Ctrl+F)</source>
      <translation>Jede Einstellung, deren Name oder Hilfe diese Wörter enthält (Ctrl+F)</translation>
    </message>
    <message>
      <source>Everything on this page is advanced: the values rarely need to be changed.</source>
      <translation>Alles auf dieser Seite ist für Fortgeschrittene: Die Werte müssen selten geändert werden.</translation>
    </message>
    <message>
      <source>Evidence.</source>
      <translation>Beleg.</translation>
    </message>
    <message>
      <source>Exchange the names of the classes</source>
      <translation>Namen der Klassen vertauschen</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Export plots</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export the best</source>
      <translation>Besten exportieren</translation>
    </message>
    <message>
      <source>Export the student of {run}</source>
      <translation>Studenten von {run} exportieren</translation>
    </message>
    <message>
      <source>Exporting and proving {format}…</source>
      <translation>{format} wird exportiert und geprüft…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Fading of imitation</source>
      <translation>Ausklingen der Imitation</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Failure</source>
      <translation>Fehlerfall</translation>
    </message>
    <message>
      <source>Failure drills</source>
      <translation>Fehlerübungen</translation>
    </message>
    <message>
      <source>Failure drills…</source>
      <translation>Fehlerübungen…</translation>
    </message>
    <message>
      <source>Fake</source>
      <translation>Fälschung</translation>
    </message>
    <message>
      <source>Fed with</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>Figure that is compared</source>
      <translation>Kennzahl, die verglichen wird</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Kennzahlen</translation>
    </message>
    <message>
      <source>Figures of student and teacher</source>
      <translation>Kennzahlen von Student und Teacher</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>File dialogs of the system</source>
      <translation>Dateidialoge des Systems</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Files alone tell real from fake: AUC {score}</source>
      <translation>Dateien allein unterscheiden echt von gefälscht: AUC {score}</translation>
    </message>
    <message>
      <source>Files give the label away from</source>
      <translation>Dateien verraten das Label ab</translation>
    </message>
    <message>
      <source>Files that are left out, by kind and class</source>
      <translation>Ausgelassene Dateien, nach Art und Klasse</translation>
    </message>
    <message>
      <source>Filter by words</source>
      <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Filter by words or #tags</source>
      <translation>Nach Wörtern oder #Schlagwörtern filtern</translation>
    </message>
    <message>
      <source>Filter runs by words</source>
      <translation>Läufe nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Filter warnings by words</source>
      <translation>Warnungen nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Abgeschlossen</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>Erster Schritt</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <source>Fixed views</source>
      <translation>Feste Ansichten</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder names or CSV labels that mean a generated picture (label 1). Compared without regard to case.</source>
      <translation>Ordnernamen oder CSV-Labels, die ein erzeugtes Bild bedeuten (Label 1). Groß- und Kleinschreibung ist gleich.</translation>
    </message>
    <message>
      <source>Folder names or CSV labels that mean a real photograph (label 0). Compared without regard to case.</source>
      <translation>Ordnernamen oder CSV-Labels, die ein echtes Foto bedeuten (Label 0). Groß- und Kleinschreibung ist gleich.</translation>
    </message>
    <message>
      <source>Folder of labelled images</source>
      <translation>Ordner mit Bildern mit Label</translation>
    </message>
    <message>
      <source>Folder of runs</source>
      <translation>Ordner der Läufe</translation>
    </message>
    <message>
      <source>Folder of the caches</source>
      <translation>Ordner der Caches</translation>
    </message>
    <message>
      <source>Folder to export to</source>
      <translation>Zielordner für den Export</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folders and their classes</source>
      <translation>Ordner und ihre Klassen</translation>
    </message>
    <message>
      <source>Folders of any layout, or CSV files with the column path: pictures of which nobody says real or fake. The teacher is asked about them, and the student learns what it says; their folders' names mean nothing. What is among the training, validation or test images already is left out.</source>
      <translation>Ordner in beliebiger Anordnung oder CSV-Dateien mit der Spalte path: Bilder, von denen niemand sagt, ob sie echt oder gefälscht sind. Der Teacher wird zu ihnen befragt, und der Student lernt, was er sagt; die Namen ihrer Ordner bedeuten nichts. Was schon unter den Trainings-, Validierungs- oder Testbildern ist, wird ausgelassen.</translation>
    </message>
    <message>
      <source>Folders or CSV files for validation. Leave empty when the training folder has a val folder, or to split images off: what shows the same picture, photograph or video stays together.</source>
      <translation>Ordner oder CSV-Dateien für die Validierung. Leer lassen, wenn der Trainingsordner einen Ordner val hat oder um Bilder abzuspalten: Was dasselbe Bild, Foto oder Video zeigt, bleibt zusammen.</translation>
    </message>
    <message>
      <source>Folders or CSV files that are evaluated once at the end.</source>
      <translation>Ordner oder CSV-Dateien, die einmal am Ende ausgewertet werden.</translation>
    </message>
    <message>
      <source>Folders or CSV files. Layouts that are understood: train|val|test/[source/]real|fake, class folders at any depth, or a CSV with path and label.</source>
      <translation>Ordner oder CSV-Dateien. Erkannt werden: train|val|test/[source/]real|fake, Klassenordner in beliebiger Tiefe oder eine CSV mit path und label.</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>Folgen</translation>
    </message>
    <message>
      <source>Follow the latest</source>
      <translation>Dem Neuesten folgen</translation>
    </message>
    <message>
      <source>For PyTorch; the published Tiny-LaDeDa code loads it.</source>
      <translation>Für PyTorch; der veröffentlichte Code von Tiny-LaDeDa lädt es.</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>Formate</translation>
    </message>
    <message>
      <source>Forty training images are cut in the middle.</source>
      <translation>Vierzig Trainingsbilder sind in der Mitte abgeschnitten.</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <source>Four times</source>
      <translation>Das Vierfache</translation>
    </message>
    <message>
      <source>Four times the learning rate</source>
      <translation>Das Vierfache der Lernrate</translation>
    </message>
    <message>
      <source>Frame the suspicious regions (numbers) and patches (letters)</source>
      <translation>Verdächtige Bereiche (Zahlen) und Patches (Buchstaben) einrahmen</translation>
    </message>
    <message>
      <source>Free some space. A run that could not write ends; what was saved before stays good, and it can be resumed.</source>
      <translation>Platz schaffen. Ein Lauf, der nicht schreiben konnte, endet; was vorher gespeichert wurde, bleibt gut, und er kann fortgesetzt werden.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>From images to a detector</source>
      <translation>Von Bildern zum Detektor</translation>
    </message>
    <message>
      <source>From images to a student, a step at a time</source>
      <translation>Von Bildern zum Studenten, Schritt für Schritt</translation>
    </message>
    <message>
      <source>From picture to input</source>
      <translation>Vom Bild zur Eingabe</translation>
    </message>
    <message>
      <source>From {low} to {high}.</source>
      <translation>Von {low} bis {high}.</translation>
    </message>
    <message>
      <source>GPU memory</source>
      <translation>GPU-Speicher</translation>
    </message>
    <message>
      <source>GPU memory full</source>
      <translation>GPU-Speicher voll</translation>
    </message>
    <message>
      <source>Give the run another name, tags and a note.</source>
      <translation>Dem Lauf einen anderen Namen, Schlagwörter und eine Anmerkung geben.</translation>
    </message>
    <message>
      <source>Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale matching (enable_scale_matching) and the KL loss (use_kl_loss) on.</source>
      <translation>Mit einem Zehntel der Lernrate (head_lr, backbone_lr) zum letzten guten Checkpoint zurückgehen; Skalenabgleich (enable_scale_matching) und KL-Loss (use_kl_loss) anlassen.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Go on after this run</source>
      <translation>Nach diesem Lauf weitermachen</translation>
    </message>
    <message>
      <source>Go on with a paused or stopped run</source>
      <translation>Mit einem pausierten oder gestoppten Lauf weitermachen</translation>
    </message>
    <message>
      <source>Go on with a run that was stopped, failed or interrupted, or train a finished one further.</source>
      <translation>Mit einem gestoppten, fehlgeschlagenen oder unterbrochenen Lauf weitermachen oder einen abgeschlossenen weiter trainieren.</translation>
    </message>
    <message>
      <source>Go on with the run.</source>
      <translation>Mit dem Lauf weitermachen.</translation>
    </message>
    <message>
      <source>Go on with these changes</source>
      <translation>Mit diesen Änderungen weitermachen</translation>
    </message>
    <message>
      <source>Go to where the selected warning was seen (Enter or double-click).</source>
      <translation>Dorthin gehen, wo die ausgewählte Warnung auftrat (Enter oder Doppelklick).</translation>
    </message>
    <message>
      <source>Gradient explosion</source>
      <translation>Gradientenexplosion</translation>
    </message>
    <message>
      <source>Gradient explosion above</source>
      <translation>Gradientenexplosion über</translation>
    </message>
    <message>
      <source>Gradient norm</source>
      <translation>Gradientennorm</translation>
    </message>
    <message>
      <source>Gradient norm before clipping.</source>
      <translation>Gradientennorm vor dem Clipping.</translation>
    </message>
    <message>
      <source>Gradient vanishing</source>
      <translation>Verschwindender Gradient</translation>
    </message>
    <message>
      <source>Gradient vanishing below</source>
      <translation>Verschwindender Gradient unter</translation>
    </message>
    <message>
      <source>Guide to this page</source>
      <translation>Anleitung zu dieser Seite</translation>
    </message>
    <message>
      <source>Half the learning rate</source>
      <translation>Die halbe Lernrate</translation>
    </message>
    <message>
      <source>Half the memory on a CUDA device; no effect on a CPU.</source>
      <translation>Halber Speicherbedarf auf einem CUDA-Gerät; keine Wirkung auf einer CPU.</translation>
    </message>
    <message>
      <source>Half-precision numbers overflow early.</source>
      <translation>Zahlen halber Genauigkeit laufen früh über.</translation>
    </message>
    <message>
      <source>Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).</source>
      <translation>Die Lernrate halbieren (head_lr, backbone_lr) oder die Gewichte mitteln (ema_decay).</translation>
    </message>
    <message>
      <source>Health rules</source>
      <translation>Zustandsregeln</translation>
    </message>
    <message>
      <source>Held out for the test</source>
      <translation>Für den Test zurückgehalten</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Hides the other labels from training, as if those images were pictures without labels: a trial of how few labels would do. Leave it at 1 to train for use, and choose pictures without labels above.</source>
      <translation>Verbirgt die übrigen Labels vor dem Training, als wären jene Bilder solche ohne Label: ein Versuch, wie wenige Labels genügen würden. Zum Training für den Einsatz bei 1 lassen und oben Bilder ohne Label wählen.</translation>
    </message>
    <message>
      <source>Highest quality</source>
      <translation>Höchste Qualität</translation>
    </message>
    <message>
      <source>Histogram of the teacher's patch logits</source>
      <translation>Histogramm der Patch-Logits des Teachers</translation>
    </message>
    <message>
      <source>Hold after this run</source>
      <translation>Nach diesem Lauf anhalten</translation>
    </message>
    <message>
      <source>Hold the run after the current batch</source>
      <translation>Den Lauf nach dem aktuellen Batch anhalten</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>How good the student is appears here after its first validation, and in full when the run has ended.</source>
      <translation>Wie gut der Student ist, erscheint hier nach seiner ersten Validierung, und vollständig, wenn der Lauf beendet ist.</translation>
    </message>
    <message>
      <source>How good the student is: figures, decisions, curves, mistakes</source>
      <translation>Wie gut der Student ist: Kennzahlen, Entscheidungen, Kurven, Irrtümer</translation>
    </message>
    <message>
      <source>How often an automatic run changes its settings because of the same kind of warning.</source>
      <translation>Wie oft ein automatischer Lauf seine Einstellungen wegen derselben Art von Warnung ändert.</translation>
    </message>
    <message>
      <source>How often an automatic run goes back to its last healthy state before it stops.</source>
      <translation>Wie oft ein automatischer Lauf zu seinem letzten gesunden Zustand zurückgeht, bevor er stoppt.</translation>
    </message>
    <message>
      <source>How patch logits become the image's logit: all of them, or the k largest. Where whole pictures are generated, mean learns most; topk_mean and topk_max are meant for pictures of which a part is fake.</source>
      <translation>Wie aus Patch-Logits das Logit des Bildes wird: aus allen oder aus den k größten. Wo ganze Bilder erzeugt sind, lernt Mittelwert am meisten; topk_mean und topk_max sind für Bilder gedacht, von denen ein Teil gefälscht ist.</translation>
    </message>
    <message>
      <source>How pixels are scaled before the filter. auto: what the checkpoint says, otherwise ImageNet's.</source>
      <translation>Wie Pixel vor dem Filter skaliert werden. auto: was der Checkpoint sagt, sonst die von ImageNet.</translation>
    </message>
    <message>
      <source>How raw teacher logits become targets in [-6, 6]. auto takes the simplest that keeps the teacher's AUC.</source>
      <translation>Wie aus rohen Teacher-Logits Ziele in [-6, 6] werden. auto nimmt das Einfachste, das die AUC des Teachers erhält.</translation>
    </message>
    <message>
      <source>How small may it be?</source>
      <translation>Wie klein darf er sein?</translation>
    </message>
    <message>
      <source>How small resizing makes a picture, as a share of its sides; drawn evenly from here to 15/16, in sixteenths.</source>
      <translation>Wie klein die Skalierung ein Bild macht, als Anteil seiner Seiten; gleichmäßig gezogen von hier bis 15/16, in Sechzehnteln.</translation>
    </message>
    <message>
      <source>How the run stands</source>
      <translation>Wie der Lauf steht</translation>
    </message>
    <message>
      <source>If a newer version of PatchDistill made this run, open it with that. {remedy}</source>
      <translation>Wenn eine neuere Version von PatchDistill diesen Lauf erzeugt hat, ihn mit jener öffnen. {remedy}</translation>
    </message>
    <message>
      <source>If it collapses from every healthy state.</source>
      <translation>Wenn er von jedem gesunden Zustand aus kollabiert.</translation>
    </message>
    <message>
      <source>If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at the rate that it ended with. Or set warm-up and schedule back.</source>
      <translation>Ist das nicht gewünscht, den Zeitplan lassen, wie er geplant war (extension: Untergrenze): Hinzugefügte Epochen gehen dann mit der Rate weiter, mit der er geendet hat. Oder Warm-up und Zeitplan zurücksetzen.</translation>
    </message>
    <message>
      <source>If that student is a constant itself.</source>
      <translation>Wenn jener Student selbst eine Konstante ist.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Image {number}, cell {column}, {row}: teacher {teacher:+.2f}, student {student:+.2f}, difference {difference:+.2f}</source>
      <translation>Bild {number}, Zelle {column}, {row}: Teacher {teacher:+.2f}, Student {student:+.2f}, Differenz {difference:+.2f}</translation>
    </message>
    <message>
      <source>Image {number}, fake.</source>
      <translation>Bild {number}, gefälscht.</translation>
    </message>
    <message>
      <source>Image {number}, real.</source>
      <translation>Bild {number}, echt.</translation>
    </message>
    <message>
      <source>ImageNet</source>
      <translation>ImageNet</translation>
    </message>
    <message>
      <source>ImageNet, times 2/3</source>
      <translation>ImageNet, mal 2/3</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Images and a teacher are all that Start needs.</source>
      <translation>Bilder und ein Teacher sind alles, was Start braucht.</translation>
    </message>
    <message>
      <source>Images and teacher</source>
      <translation>Bilder und Teacher</translation>
    </message>
    <message>
      <source>Images are chosen.</source>
      <translation>Bilder sind gewählt.</translation>
    </message>
    <message>
      <source>Images by split, source and class</source>
      <translation>Bilder nach Datensatz, Quelle und Klasse</translation>
    </message>
    <message>
      <source>Images for calibration</source>
      <translation>Bilder für die Kalibrierung</translation>
    </message>
    <message>
      <source>Images for the solver</source>
      <translation>Bilder für den Löser</translation>
    </message>
    <message>
      <source>Images looked at</source>
      <translation>Betrachtete Bilder</translation>
    </message>
    <message>
      <source>Images per step. Lower it when memory runs out.</source>
      <translation>Bilder je Schritt. Verringern, wenn der Speicher nicht reicht.</translation>
    </message>
    <message>
      <source>Images: {truth}, {said}</source>
      <translation>Bilder: {truth}, {said}</translation>
    </message>
    <message>
      <source>Imitation may drown what the labels say.</source>
      <translation>Die Imitation kann übertönen, was die Labels sagen.</translation>
    </message>
    <message>
      <source>Imitation that stays</source>
      <translation>Bleibende Imitation</translation>
    </message>
    <message>
      <source>Incidents kept, per warning</source>
      <translation>Aufbewahrte Vorfälle je Warnung</translation>
    </message>
    <message>
      <source>Input size</source>
      <translation>Eingabegröße</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>Untersuchen</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <source>Interrupted, goes on</source>
      <translation>Unterbrochen, geht weiter</translation>
    </message>
    <message>
      <source>Into Set-up: {remedy}</source>
      <translation>In die Einrichtung: {remedy}</translation>
    </message>
    <message>
      <source>It brings the teacher's logits into the student's range.</source>
      <translation>Sie bringt die Logits des Teachers in den Bereich des Studenten.</translation>
    </message>
    <message>
      <source>It ended before its first event, or its events.jsonl is damaged: put that back from a copy.</source>
      <translation>Er endete vor seinem ersten Ereignis, oder seine events.jsonl ist beschädigt: diese aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
      <source>It finished after {time}.</source>
      <translation>Er wurde nach {time} abgeschlossen.</translation>
    </message>
    <message>
      <source>It goes on from {place}.</source>
      <translation>Fortsetzungspunkt: {place}.</translation>
    </message>
    <message>
      <source>It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its target.</source>
      <translation>Er hat nichts, womit er arbeiten könnte: konstante Teacher-Karten, Batches ohne Labels oder ein Student, der seinem Ziel gleicht.</translation>
    </message>
    <message>
      <source>It has told nothing of its end.</source>
      <translation>Er hat nichts von seinem Ende gemeldet.</translation>
    </message>
    <message>
      <source>It holds versions, logs and, of the run that is shown, settings and last events; no pictures. Folders of users and the names of user and computer were replaced. Look into it before you pass it on: nothing was sent anywhere.</source>
      <translation>Sie enthält Versionen, Protokolle und, vom gezeigten Lauf, Einstellungen und letzte Ereignisse; keine Bilder. Ordner von Benutzern und die Namen von Benutzer und Computer wurden ersetzt. Vor dem Weitergeben hineinsehen: Nichts wurde irgendwohin gesendet.</translation>
    </message>
    <message>
      <source>It is still preparing, so there is nothing to save: it would begin anew.</source>
      <translation>Er ist noch in Vorbereitung, es gibt also nichts zu speichern: Er würde neu beginnen.</translation>
    </message>
    <message>
      <source>It learned from labels only, which was better on validation: {alone} against {taught} with the teacher (difference {gain} ± {error}).</source>
      <translation>Er lernte nur aus Labels, was auf der Validierung besser war: {alone} gegen {taught} mit dem Teacher (Unterschied {gain} ± {error}).</translation>
    </message>
    <message>
      <source>It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference {gain} ± {error}), which is not clearly above the teacher itself.</source>
      <translation>Er lernte mit dem Teacher; Labels allein kamen auf der Validierung auf {alone} gegen {taught} (Unterschied {gain} ± {error}), was nicht deutlich über dem Teacher selbst liegt.</translation>
    </message>
    <message>
      <source>It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference {gain} ± {error}).</source>
      <translation>Er lernte mit dem Teacher; Labels allein kamen auf der Validierung auf {alone} gegen {taught} (Unterschied {gain} ± {error}).</translation>
    </message>
    <message>
      <source>It stopped after {time}.</source>
      <translation>Er wurde nach {time} gestoppt.</translation>
    </message>
    <message>
      <source>It teaches nothing as it is.</source>
      <translation>So, wie er ist, lehrt er nichts.</translation>
    </message>
    <message>
      <source>It was interrupted; Run the queue goes on.</source>
      <translation>Sie wurde unterbrochen; „Warteschlange ausführen“ macht weiter.</translation>
    </message>
    <message>
      <source>It will be stopped and saved, and can be resumed later.</source>
      <translation>Er wird gestoppt und gespeichert und kann später fortgesetzt werden.</translation>
    </message>
    <message>
      <source>Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.</source>
      <translation>Sein Checkpoint wurde auf anderen Daten, in anderer Größe oder mit einem anderen Eingabefilter oder einer anderen Normierung trainiert.</translation>
    </message>
    <message>
      <source>Its curves, checkpoints and best student go with it.</source>
      <translation>Seine Kurven, Checkpoints und sein bester Student gehen mit ihm.</translation>
    </message>
    <message>
      <source>Its settings stay as they were.</source>
      <translation>Seine Einstellungen bleiben, wie sie waren.</translation>
    </message>
    <message>
      <source>JPEG</source>
      <translation>JPEG</translation>
    </message>
    <message>
      <source>JPEG in full colour</source>
      <translation>JPEG in voller Farbe</translation>
    </message>
    <message>
      <source>Judged</source>
      <translation>Beurteilt</translation>
    </message>
    <message>
      <source>Judged at most</source>
      <translation>Höchstens beurteilt</translation>
    </message>
    <message>
      <source>KL loss</source>
      <translation>KL-Loss</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), lower the learning rate.</source>
      <translation>Skalenabgleich anlassen (enable_scale_matching), das Gewicht gegen Sättigung erhöhen (saturation_weight), die Lernrate senken.</translation>
    </message>
    <message>
      <source>Keep the computer awake</source>
      <translation>Computer wach halten</translation>
    </message>
    <message>
      <source>Keep the newest step in view while the run goes on.</source>
      <translation>Den neuesten Schritt im Blick behalten, während der Lauf weitergeht.</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>Weiter trainieren</translation>
    </message>
    <message>
      <source>Keeps the student's patch logits from becoming a constant.</source>
      <translation>Verhindert, dass die Patch-Logits des Studenten konstant werden.</translation>
    </message>
    <message>
      <source>Kept awake while a run goes on. A closed lid still suspends it.</source>
      <translation>Während eines Laufs wach gehalten. Ein geschlossener Deckel versetzt ihn trotzdem in den Energiesparmodus.</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Labels alone were better</source>
      <translation>Labels allein waren besser</translation>
    </message>
    <message>
      <source>Labels look swapped</source>
      <translation>Labels wirken vertauscht</translation>
    </message>
    <message>
      <source>Labels look swapped below</source>
      <translation>Labels wirken vertauscht unter</translation>
    </message>
    <message>
      <source>Labels outweigh imitation already</source>
      <translation>Labels überwiegen die Imitation bereits</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language of the system</source>
      <translation>Sprache des Systems</translation>
    </message>
    <message>
      <source>Larger pictures are skipped: they are most likely decompression bombs.</source>
      <translation>Größere Bilder werden übersprungen: Sie sind höchstwahrscheinlich Dekompressionsbomben.</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <source>Largest picture</source>
      <translation>Größtes Bild</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>Letzter Schritt</translation>
    </message>
    <message>
      <source>Later validation</source>
      <translation>Spätere Validierung</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Learning rate jumps</source>
      <translation>Lernrate springt</translation>
    </message>
    <message>
      <source>Learning rate too high</source>
      <translation>Lernrate zu hoch</translation>
    </message>
    <message>
      <source>Learning rate too low</source>
      <translation>Lernrate zu niedrig</translation>
    </message>
    <message>
      <source>Learning rate too small</source>
      <translation>Lernrate zu klein</translation>
    </message>
    <message>
      <source>Learning rate, backbone</source>
      <translation>Lernrate, Backbone</translation>
    </message>
    <message>
      <source>Learning rate, head</source>
      <translation>Lernrate, Kopf</translation>
    </message>
    <message>
      <source>Learning rates</source>
      <translation>Lernraten</translation>
    </message>
    <message>
      <source>Least k</source>
      <translation>Kleinstes k</translation>
    </message>
    <message>
      <source>Least movement</source>
      <translation>Kleinste Bewegung</translation>
    </message>
    <message>
      <source>Least spread</source>
      <translation>Kleinste Streuung</translation>
    </message>
    <message>
      <source>Leave the schedule as it was planned</source>
      <translation>Zeitplan lassen, wie er geplant war</translation>
    </message>
    <message>
      <source>Left and Right read figures, plus and minus zoom, Home shows all.</source>
      <translation>Links und Rechts lesen Werte ab, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Length of the gradient as computed.</source>
      <translation>Länge des Gradienten, wie berechnet.</translation>
    </message>
    <message>
      <source>Length of the gradient that is applied.</source>
      <translation>Länge des Gradienten, der angewandt wird.</translation>
    </message>
    <message>
      <source>Less weight on imitation</source>
      <translation>Weniger Gewicht auf Imitation</translation>
    </message>
    <message>
      <source>Let chosen entries that failed wait for their turn again.</source>
      <translation>Gewählte fehlgeschlagene Einträge warten wieder, bis sie an der Reihe sind.</translation>
    </message>
    <message>
      <source>Let imitation fade</source>
      <translation>Imitation ausklingen lassen</translation>
    </message>
    <message>
      <source>Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators that neither has seen, imitation may still pay.</source>
      <translation>Die Imitation ausklingen lassen (distill_fade), ihr Gewicht senken (alpha_distill) oder einen besseren Teacher nehmen. Bei Generatoren, die keiner von beiden gesehen hat, kann sich Imitation dennoch lohnen.</translation>
    </message>
    <message>
      <source>Let the run that is going on end, and begin no other.</source>
      <translation>Den laufenden Lauf beenden lassen und keinen weiteren beginnen.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Light or dark as the system</source>
      <translation>Hell oder dunkel wie das System</translation>
    </message>
    <message>
      <source>Light text on a dark ground</source>
      <translation>Heller Text auf dunklem Grund</translation>
    </message>
    <message>
      <source>List the runs of another folder.</source>
      <translation>Die Läufe eines anderen Ordners auflisten.</translation>
    </message>
    <message>
      <source>Listed again, but counted once: {count:,}.</source>
      <translation>Erneut aufgeführt, aber einmal gezählt: {count:,}.</translation>
    </message>
    <message>
      <source>Little memory and page file are left, or an allocation failed already: the run may break off.</source>
      <translation>Wenig Speicher und Auslagerungsdatei sind übrig, oder eine Speicheranforderung schlug bereits fehl: Der Lauf kann abbrechen.</translation>
    </message>
    <message>
      <source>Little space is left on the disk that holds the run, or a file could not be written already.</source>
      <translation>Wenig Platz ist auf dem Datenträger des Laufs übrig, oder eine Datei konnte bereits nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>Load settings from a TOML file</source>
      <translation>Einstellungen aus einer TOML-Datei laden</translation>
    </message>
    <message>
      <source>Loading is the bottleneck</source>
      <translation>Das Laden ist der Engpass</translation>
    </message>
    <message>
      <source>Logarithmic height.</source>
      <translation>Logarithmische Höhe.</translation>
    </message>
    <message>
      <source>Logarithmic height: for figures that span several powers of ten.</source>
      <translation>Logarithmische Höhe: für Kennzahlen, die mehrere Zehnerpotenzen umspannen.</translation>
    </message>
    <message>
      <source>Logit</source>
      <translation>Logit</translation>
    </message>
    <message>
      <source>Logits</source>
      <translation>Logits</translation>
    </message>
    <message>
      <source>Longer steps may leave the flat place.</source>
      <translation>Längere Schritte können die flache Stelle verlassen.</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Erneut durchsehen</translation>
    </message>
    <message>
      <source>Look at the bound on the gradient (gradient_clip_norm) and at the gradient's norm; where it is practically zero, start again from new weights.</source>
      <translation>Die Grenze des Gradienten (gradient_clip_norm) und die Norm des Gradienten ansehen; wo sie praktisch null ist, mit neuen Gewichten neu beginnen.</translation>
    </message>
    <message>
      <source>Look at the images</source>
      <translation>Bilder ansehen</translation>
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add the missing images.</source>
      <translation>Die Zuordnung der Labels in der Einrichtung ansehen und die Namen der Klassen berichtigen (real_names, fake_names) oder die fehlenden Bilder hinzufügen.</translation>
    </message>
    <message>
      <source>Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).</source>
      <translation>Die Zuordnung der Labels in der Einrichtung ansehen und die Namen der Klassen berichtigen (real_names, fake_names).</translation>
    </message>
    <message>
      <source>Look at the labels on the page Images, then tick: These labels are right.</source>
      <translation>Die Labels auf der Seite „Bilder“ ansehen, dann anhaken: Diese Labels stimmen.</translation>
    </message>
    <message>
      <source>Look at the list and replace or remove those files.</source>
      <translation>Die Liste durchsehen und diese Dateien ersetzen oder entfernen.</translation>
    </message>
    <message>
      <source>Look for a setting by its name or its help</source>
      <translation>Eine Einstellung nach ihrem Namen oder ihrer Hilfe suchen</translation>
    </message>
    <message>
      <source>Look for runs again.</source>
      <translation>Erneut nach Läufen suchen.</translation>
    </message>
    <message>
      <source>Look into {file}: {words}</source>
      <translation>{file} untersuchen: {words}</translation>
    </message>
    <message>
      <source>Looking for folders…</source>
      <translation>Ordner werden gesucht…</translation>
    </message>
    <message>
      <source>Looking for runs</source>
      <translation>Läufe werden gesucht</translation>
    </message>
    <message>
      <source>Looking for what gives the label away</source>
      <translation>Gesucht wird, was das Label verrät</translation>
    </message>
    <message>
      <source>Looking into {file}…</source>
      <translation>{file} wird untersucht…</translation>
    </message>
    <message>
      <source>Looking through the folders</source>
      <translation>Ordner werden durchsucht</translation>
    </message>
    <message>
      <source>Looking through the folders…</source>
      <translation>Ordner werden durchsucht…</translation>
    </message>
    <message>
      <source>Looking through the images</source>
      <translation>Bilder werden durchgesehen</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird durchgesehen…</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Loss</translation>
    </message>
    <message>
      <source>Loss against its running median.</source>
      <translation>Loss gegenüber seinem laufenden Median.</translation>
    </message>
    <message>
      <source>Loss by learning rate</source>
      <translation>Loss nach Lernrate</translation>
    </message>
    <message>
      <source>Loss explosion</source>
      <translation>Loss-Explosion</translation>
    </message>
    <message>
      <source>Loss explosion above</source>
      <translation>Loss-Explosion über</translation>
    </message>
    <message>
      <source>Loss explosion, times median</source>
      <translation>Loss-Explosion, Vielfaches des Medians</translation>
    </message>
    <message>
      <source>Loss terms</source>
      <translation>Loss-Terme</translation>
    </message>
    <message>
      <source>Loss that counts as exploded.</source>
      <translation>Loss, der als explodiert gilt.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Losses</translation>
    </message>
    <message>
      <source>Lower the batch size (batch_size) or the input size, switch mixed precision (amp) on, or close other programs that use the GPU. Then resume the run.</source>
      <translation>Die Batch-Größe (batch_size) oder die Eingabegröße senken, gemischte Genauigkeit (amp) einschalten oder andere Programme schließen, die die GPU benutzen. Dann den Lauf fortsetzen.</translation>
    </message>
    <message>
      <source>Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching (enable_scale_matching) on.</source>
      <translation>Die Lernrate senken, das Clipping der Gradientennorm (gradient_clip_norm) und den Skalenabgleich (enable_scale_matching) anlassen.</translation>
    </message>
    <message>
      <source>Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another calibration.</source>
      <translation>Das Gewicht der Imitation senken (alpha_distill), auf mehr Bildern kalibrieren (calibration_images) oder eine andere Kalibrierung versuchen.</translation>
    </message>
    <message>
      <source>Lowest quality</source>
      <translation>Niedrigste Qualität</translation>
    </message>
    <message>
      <source>Lowest teacher AUC</source>
      <translation>Niedrigste Teacher-AUC</translation>
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
      <translation>Die Änderung wieder vornehmen</translation>
    </message>
    <message>
      <source>Many batches hold real images only or fake images only, so that steps pull the decision to and fro.</source>
      <translation>Viele Batches enthalten nur echte oder nur gefälschte Bilder, sodass die Schritte die Entscheidung hin und her ziehen.</translation>
    </message>
    <message>
      <source>Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.</source>
      <translation>Viele Patch-Logits des Studenten sind so groß, dass ihre Wahrscheinlichkeit genau 0 oder 1 ist und kaum noch lernt.</translation>
    </message>
    <message>
      <source>Many of the teacher's patch logits are huge, and they are imitated as they are.</source>
      <translation>Viele Patch-Logits des Teachers sind sehr groß, und sie werden imitiert, wie sie sind.</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>Karten</translation>
    </message>
    <message>
      <source>Maps kept in memory, so that the teacher is asked once about each picture. A map of 256 x 256 pixels takes 2.5 kB. 0 keeps none.</source>
      <translation>Karten, die im Speicher bleiben, damit der Teacher zu jedem Bild einmal befragt wird. Eine Karte von 256 x 256 Pixeln braucht 2.5 kB. 0 behält keine.</translation>
    </message>
    <message>
      <source>Maps kept in the cache folder, for what memory cannot hold and for the next run with this teacher. A map of 256 x 256 pixels takes 2 kB. 0 keeps none.</source>
      <translation>Karten, die im Cache-Ordner bleiben, für das, was nicht in den Speicher passt, und für den nächsten Lauf mit diesem Teacher. Eine Karte von 256 x 256 Pixeln braucht 2 kB. 0 behält keine.</translation>
    </message>
    <message>
      <source>May fall asleep during a run: Keep the computer awake is off.</source>
      <translation>Kann während eines Laufs in den Energiesparmodus gehen: „Computer wach halten“ ist aus.</translation>
    </message>
    <message>
      <source>Mean logit: teacher {teacher:+.2f}, student {student:+.2f}</source>
      <translation>Mittleres Logit: Teacher {teacher:+.2f}, Student {student:+.2f}</translation>
    </message>
    <message>
      <source>Mean logits: above 0 says fake, below 0 real</source>
      <translation>Mittlere Logits: über 0 heißt gefälscht, unter 0 echt</translation>
    </message>
    <message>
      <source>Mean of {reports} reports</source>
      <translation>Mittel über {reports} Berichte</translation>
    </message>
    <message>
      <source>Mean over images of the spread of patch logits.</source>
      <translation>Mittel der Streuung der Patch-Logits über die Bilder.</translation>
    </message>
    <message>
      <source>Measure speed</source>
      <translation>Geschwindigkeit messen</translation>
    </message>
    <message>
      <source>Measured on the run's images; see above.</source>
      <translation>Auf den Bildern des Laufs gemessen; siehe oben.</translation>
    </message>
    <message>
      <source>Measuring</source>
      <translation>Messung</translation>
    </message>
    <message>
      <source>Measuring for the report card…</source>
      <translation>Messung für die Berichtskarte…</translation>
    </message>
    <message>
      <source>Measuring on the run's images…</source>
      <translation>Messung auf den Bildern des Laufs…</translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>Messung…</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Memory and page file that are left.</source>
      <translation>Speicher und Auslagerungsdatei, die übrig sind.</translation>
    </message>
    <message>
      <source>Memory and page file together are too small for this run and the other programs.</source>
      <translation>Speicher und Auslagerungsdatei zusammen sind zu klein für diesen Lauf und die anderen Programme.</translation>
    </message>
    <message>
      <source>Memory for decoded images</source>
      <translation>Speicher für dekodierte Bilder</translation>
    </message>
    <message>
      <source>Memory for teacher maps</source>
      <translation>Speicher für Teacher-Karten</translation>
    </message>
    <message>
      <source>Memory low</source>
      <translation>Speicher knapp</translation>
    </message>
    <message>
      <source>Memory low below</source>
      <translation>Speicher knapp unter</translation>
    </message>
    <message>
      <source>Memory of this computer</source>
      <translation>Speicher dieses Computers</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <source>Messages of a training, what it finds and its errors, the report card and the guide are English, so that files read alike everywhere.</source>
      <translation>Meldungen eines Trainings, seine Befunde und Fehler, die Berichtskarte und die Anleitung sind englisch, damit Dateien überall gleich zu lesen sind.</translation>
    </message>
    <message>
      <source>Minutes between checkpoints inside an epoch.</source>
      <translation>Minuten zwischen Checkpoints innerhalb einer Epoche.</translation>
    </message>
    <message>
      <source>Mirror half of the training images left to right.</source>
      <translation>Die Hälfte der Trainingsbilder seitlich spiegeln.</translation>
    </message>
    <message>
      <source>Mixed precision</source>
      <translation>Gemischte Genauigkeit</translation>
    </message>
    <message>
      <source>Mixed precision off</source>
      <translation>Gemischte Genauigkeit aus</translation>
    </message>
    <message>
      <source>Mode collapse</source>
      <translation>Mode-Kollaps</translation>
    </message>
    <message>
      <source>Momentum</source>
      <translation>Momentum</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More epochs on resume</source>
      <translation>Mehr Epochen beim Fortsetzen</translation>
    </message>
    <message>
      <source>More memory for decoded images</source>
      <translation>Mehr Speicher für dekodierte Bilder</translation>
    </message>
    <message>
      <source>More weight on labels</source>
      <translation>Mehr Gewicht auf Labels</translation>
    </message>
    <message>
      <source>Most of the time is spent waiting for images to be read and decoded.</source>
      <translation>Die meiste Zeit vergeht mit dem Warten darauf, dass Bilder gelesen und dekodiert werden.</translation>
    </message>
    <message>
      <source>Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.</source>
      <translation>Bei den meisten Schritten greift das Clipping, sodass die Länge des Gradienten nichts mehr sagt und nur die Richtung zählt.</translation>
    </message>
    <message>
      <source>Most suspicious patches</source>
      <translation>Verdächtigste Patches</translation>
    </message>
    <message>
      <source>Move the run "{name}" to the recycle bin?</source>
      <translation>Lauf „{name}“ in den Papierkorb verschieben?</translation>
    </message>
    <message>
      <source>Move the selected runs to the recycle bin, after a question.</source>
      <translation>Die ausgewählten Läufe nach einer Rückfrage in den Papierkorb verschieben.</translation>
    </message>
    <message>
      <source>Move to recycle bin</source>
      <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
      <source>Move {count} runs to the recycle bin?</source>
      <translation>{count} Läufe in den Papierkorb verschieben?</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>Multiply-Adds</translation>
    </message>
    <message>
      <source>NPR</source>
      <translation>NPR</translation>
    </message>
    <message>
      <source>NaN in a batch</source>
      <translation>NaN in einem Batch</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name and notes</source>
      <translation>Name und Anmerkungen</translation>
    </message>
    <message>
      <source>Name and notes, settings, folder</source>
      <translation>Name und Anmerkungen, Einstellungen, Ordner</translation>
    </message>
    <message>
      <source>Name and notes…</source>
      <translation>Name und Anmerkungen…</translation>
    </message>
    <message>
      <source>Name of the run</source>
      <translation>Name des Laufs</translation>
    </message>
    <message>
      <source>Name of the study</source>
      <translation>Name der Studie</translation>
    </message>
    <message>
      <source>Names of the fake class</source>
      <translation>Namen der Klasse „gefälscht“</translation>
    </message>
    <message>
      <source>Names of the real class</source>
      <translation>Namen der Klasse „echt“</translation>
    </message>
    <message>
      <source>Nesterov momentum of sgd.</source>
      <translation>Nesterov-Momentum von SGD.</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Netze</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Neues Projekt</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <source>No change of settings helps here; read above what to do.</source>
      <translation>Hier hilft keine Änderung von Einstellungen; oben steht, was zu tun ist.</translation>
    </message>
    <message>
      <source>No checkpoint: random weights drawn from the seed.</source>
      <translation>Kein Checkpoint: zufällige Gewichte, aus dem Seed gezogen.</translation>
    </message>
    <message>
      <source>No class was found.</source>
      <translation>Keine Klasse wurde gefunden.</translation>
    </message>
    <message>
      <source>No connected part of the picture lies above the decision threshold.</source>
      <translation>Kein zusammenhängender Teil des Bildes liegt über der Entscheidungsschwelle.</translation>
    </message>
    <message>
      <source>No figures yet</source>
      <translation>Noch keine Kennzahlen</translation>
    </message>
    <message>
      <source>No image is on the wrong side of the threshold.</source>
      <translation>Kein Bild liegt auf der falschen Seite der Schwelle.</translation>
    </message>
    <message>
      <source>No images at hand? The demo brings its own, and a teacher. It works offline.</source>
      <translation>Keine Bilder zur Hand? Die Demo bringt eigene mit, und einen Teacher. Sie funktioniert offline.</translation>
    </message>
    <message>
      <source>No label</source>
      <translation>Ohne Label</translation>
    </message>
    <message>
      <source>No maps of this validation</source>
      <translation>Keine Karten dieser Validierung</translation>
    </message>
    <message>
      <source>No patch maps yet</source>
      <translation>Noch keine Patch-Karten</translation>
    </message>
    <message>
      <source>No picture is in two splits.</source>
      <translation>Kein Bild ist in zwei Datensätzen.</translation>
    </message>
    <message>
      <source>No program opens the report card. It is {file}.</source>
      <translation>Kein Programm öffnet die Berichtskarte. Sie ist {file}.</translation>
    </message>
    <message>
      <source>No results yet</source>
      <translation>Noch keine Ergebnisse</translation>
    </message>
    <message>
      <source>No runs to do</source>
      <translation>Keine Läufe auszuführen</translation>
    </message>
    <message>
      <source>No runs yet</source>
      <translation>Noch keine Läufe</translation>
    </message>
    <message>
      <source>No signal</source>
      <translation>Kein Signal</translation>
    </message>
    <message>
      <source>No signal at or below</source>
      <translation>Kein Signal bei höchstens</translation>
    </message>
    <message>
      <source>No signal, evaluations</source>
      <translation>Kein Signal, Auswertungen</translation>
    </message>
    <message>
      <source>No single batch can then throw the weights far.</source>
      <translation>Kein einzelner Batch kann die Gewichte dann weit wegwerfen.</translation>
    </message>
    <message>
      <source>No space left where files are written.</source>
      <translation>Kein Platz mehr, wo Dateien geschrieben werden.</translation>
    </message>
    <message>
      <source>No student is chosen.</source>
      <translation>Kein Student ist gewählt.</translation>
    </message>
    <message>
      <source>No teacher chosen.</source>
      <translation>Kein Teacher gewählt.</translation>
    </message>
    <message>
      <source>No warning matches the filter.</source>
      <translation>Keine Warnung passt zum Filter.</translation>
    </message>
    <message>
      <source>No warnings so far. While a run goes on, health rules watch its losses, gradients, outputs and scores.</source>
      <translation>Bisher keine Warnungen. Während eines Laufs überwachen Zustandsregeln seine Losses, Gradienten, Ausgaben und Werte.</translation>
    </message>
    <message>
      <source>No {things}</source>
      <translation>Keine {things}</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Nobody has confirmed yet which folders are real and which are fake.</source>
      <translation>Noch niemand hat bestätigt, welche Ordner echt und welche gefälscht sind.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>None that can be used.</source>
      <translation>Keine, die sich benutzen lässt.</translation>
    </message>
    <message>
      <source>Not a number</source>
      <translation>Keine Zahl</translation>
    </message>
    <message>
      <source>Not all pictures were judged</source>
      <translation>Nicht alle Bilder wurden beurteilt</translation>
    </message>
    <message>
      <source>Not measured.</source>
      <translation>Nicht gemessen.</translation>
    </message>
    <message>
      <source>Not opened</source>
      <translation>Nicht geöffnet</translation>
    </message>
    <message>
      <source>Not recognised.</source>
      <translation>Nicht erkannt.</translation>
    </message>
    <message>
      <source>Not seen: {kinds}</source>
      <translation>Nicht gesehen: {kinds}</translation>
    </message>
    <message>
      <source>Not seen: {kinds}.</source>
      <translation>Nicht gesehen: {kinds}.</translation>
    </message>
    <message>
      <source>Not taken over, as it cannot change from there:</source>
      <translation>Nicht übernommen, da es sich von dort an nicht ändern lässt:</translation>
    </message>
    <message>
      <source>Not written.</source>
      <translation>Nicht geschrieben.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Anmerkung</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Anmerkungen</translation>
    </message>
    <message>
      <source>Nothing found; try a shorter word</source>
      <translation>Nichts gefunden; ein kürzeres Wort versuchen</translation>
    </message>
    <message>
      <source>Nothing is running</source>
      <translation>Nichts läuft</translation>
    </message>
    <message>
      <source>Nothing need be done. Train from labels only to save the time, or use a better teacher: a wider student of your own, or this one with its head fitted to your images (command fit-teacher).</source>
      <translation>Es muss nichts getan werden. Nur aus Labels trainieren, um die Zeit zu sparen, oder einen besseren Teacher nehmen: einen eigenen breiteren Studenten oder diesen, mit dem Kopf an die eigenen Bilder angepasst (Befehl fit-teacher).</translation>
    </message>
    <message>
      <source>Nothing says what it is: choose a class</source>
      <translation>Nichts sagt, was es ist: eine Klasse wählen</translation>
    </message>
    <message>
      <source>Nothing stands against it.</source>
      <translation>Nichts steht dem entgegen.</translation>
    </message>
    <message>
      <source>Nothing to judge yet: no step has been reported.</source>
      <translation>Noch nichts zu beurteilen: Kein Schritt wurde gemeldet.</translation>
    </message>
    <message>
      <source>Nothing was added to the queue</source>
      <translation>Nichts wurde zur Warteschlange hinzugefügt</translation>
    </message>
    <message>
      <source>Nothing wrong any more: what was noticed was answered and has stayed away.</source>
      <translation>Nichts ist mehr auffällig: Auf das Bemerkte wurde reagiert, und es kam nicht wieder.</translation>
    </message>
    <message>
      <source>Nothing wrong: losses, gradients, outputs and scores are as they should be.</source>
      <translation>Alles in Ordnung: Losses, Gradienten, Ausgaben und Werte sind, wie sie sein sollen.</translation>
    </message>
    <message>
      <source>Noticed</source>
      <translation>Bemerkt</translation>
    </message>
    <message>
      <source>Notify when a run ends</source>
      <translation>Am Ende eines Laufs benachrichtigen</translation>
    </message>
    <message>
      <source>Now {value}.</source>
      <translation>Jetzt {value}.</translation>
    </message>
    <message>
      <source>Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.</source>
      <translation>Zahlen liefen über: eine zu hohe Lernrate, gemischte Genauigkeit oder riesige Werte in einem Checkpoint.</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>ONNX</source>
      <translation>ONNX</translation>
    </message>
    <message>
      <source>ONNX in 8 bits</source>
      <translation>ONNX in 8 Bit</translation>
    </message>
    <message>
      <source>Of JPEG and WebP, drawn evenly from here to the highest.</source>
      <translation>Von JPEG und WebP, gleichmäßig gezogen von hier bis zur höchsten.</translation>
    </message>
    <message>
      <source>Of pictures that are cropped for training. whole: validation, test and the teacher's check judge all of a picture, as it will be judged in use. middle: only a crop in its middle, which is faster.</source>
      <translation>Von Bildern, die für das Training zugeschnitten werden. ganz: Validierung, Test und die Prüfung des Teachers beurteilen ein Bild ganz, wie es im Einsatz beurteilt wird. Mitte: nur ein Ausschnitt in seiner Mitte, was schneller ist.</translation>
    </message>
    <message>
      <source>Of these images, the share that is saved as JPEG, after all else.</source>
      <translation>Von diesen Bildern der Anteil, der als JPEG gespeichert wird, nach allem anderen.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <source>Off skips the stage.</source>
      <translation>Aus überspringt die Stufe.</translation>
    </message>
    <message>
      <source>On</source>
      <translation>An</translation>
    </message>
    <message>
      <source>On a GPU, a step is started as one piece, which saves time with small batches. Where the card or its driver cannot do that, steps are computed piece by piece.</source>
      <translation>Auf einer GPU wird ein Schritt als ein Stück gestartet, was bei kleinen Batches Zeit spart. Wo die Karte oder ihr Treiber das nicht kann, werden Schritte Stück für Stück berechnet.</translation>
    </message>
    <message>
      <source>On or off.</source>
      <translation>An oder aus.</translation>
    </message>
    <message>
      <source>On the validation images the teacher itself is hardly better than chance.</source>
      <translation>Auf den Validierungsbildern ist der Teacher selbst kaum besser als der Zufall.</translation>
    </message>
    <message>
      <source>On validation the student is better than the teacher that it imitates, by more than chance explains.</source>
      <translation>Bei der Validierung ist der Student besser als der Teacher, den er imitiert, und zwar mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
      <source>On {images:,} {split} images the two decide alike in {share}. Correlation of image scores: {scores}, of patch maps: {maps}.</source>
      <translation>Auf {images:,} Bildern ({split}) entscheiden die beiden in {share} gleich. Korrelation der Bildwerte: {scores}, der Patch-Karten: {maps}.</translation>
    </message>
    <message>
      <source>On: Bernoulli divergence per patch, whose gradient is bounded. Off: squared difference.</source>
      <translation>An: Bernoulli-Divergenz je Patch, deren Gradient begrenzt ist. Aus: quadrierte Differenz.</translation>
    </message>
    <message>
      <source>On: the teacher's logits are calibrated once to [-6, 6]. Off: raw logits, which may explode the loss.</source>
      <translation>An: Die Logits des Teachers werden einmal auf [-6, 6] kalibriert. Aus: rohe Logits, die den Loss explodieren lassen können.</translation>
    </message>
    <message>
      <source>One HTML file with all of this and more, to keep or pass on</source>
      <translation>Eine HTML-Datei mit alledem und mehr, zum Aufbewahren oder Weitergeben</translation>
    </message>
    <message>
      <source>One class has far fewer training images than the other, or validation took far more or less of a class than was asked for.</source>
      <translation>Eine Klasse hat weit weniger Trainingsbilder als die andere, oder die Validierung nahm von einer Klasse weit mehr oder weniger als verlangt.</translation>
    </message>
    <message>
      <source>One class only</source>
      <translation>Nur eine Klasse</translation>
    </message>
    <message>
      <source>One of {choices}.</source>
      <translation>Eines von {choices}.</translation>
    </message>
    <message>
      <source>One run at a time</source>
      <translation>Immer nur ein Lauf</translation>
    </message>
    <message>
      <source>One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning rate, and switch mixed precision (amp) off.</source>
      <translation>Ein solcher Schritt schadet nicht. Kommen weitere, vom letzten guten Checkpoint aus mit einem Zehntel der Lernrate fortsetzen und gemischte Genauigkeit (amp) ausschalten.</translation>
    </message>
    <message>
      <source>One thing stands against starting.</source>
      <translation>Eines steht dem Start entgegen.</translation>
    </message>
    <message>
      <source>One warning stands in Set-up.</source>
      <translation>Eine Warnung steht in der Einrichtung.</translation>
    </message>
    <message>
      <source>One-class batches</source>
      <translation>Batches mit nur einer Klasse</translation>
    </message>
    <message>
      <source>One-class batches above</source>
      <translation>Batches mit nur einer Klasse über</translation>
    </message>
    <message>
      <source>Opacity of the map</source>
      <translation>Deckkraft der Karte</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open a picture</source>
      <translation>Bild öffnen</translation>
    </message>
    <message>
      <source>Open a picture…</source>
      <translation>Bild öffnen…</translation>
    </message>
    <message>
      <source>Open another project in the File menu; drop pictures, folders and checkpoints on their fields.</source>
      <translation>Im Menü „Datei“ ein anderes Projekt öffnen; Bilder, Ordner und Checkpoints auf ihre Felder ziehen.</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <source>Open project {path}</source>
      <translation>Projekt {path} öffnen</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>Projekt öffnen…</translation>
    </message>
    <message>
      <source>Open report card</source>
      <translation>Berichtskarte öffnen</translation>
    </message>
    <message>
      <source>Open the guide where it explains this page</source>
      <translation>Die Anleitung dort öffnen, wo sie diese Seite erklärt</translation>
    </message>
    <message>
      <source>Opening the file…</source>
      <translation>Datei wird geöffnet…</translation>
    </message>
    <message>
      <source>Opening the run…</source>
      <translation>Lauf wird geöffnet…</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>Optionen</translation>
    </message>
    <message>
      <source>Or add them. The student says of each how probably it is fake, and from which probability on it is called so is yours to choose. The student is that of the run that is shown; another can be chosen above.</source>
      <translation>Oder welche hinzufügen. Der Student sagt von jedem, wie wahrscheinlich es gefälscht ist; ab welcher Wahrscheinlichkeit es so heißt, ist frei wählbar. Der Student ist der des gezeigten Laufs; oben lässt sich ein anderer wählen.</translation>
    </message>
    <message>
      <source>Or open one. You will see what the student, and its teacher if there is one, say of every patch of it. The networks are those of the run that is shown; others can be chosen above.</source>
      <translation>Oder eines öffnen. Gezeigt wird, was der Student, und sein Teacher, wenn es einen gibt, von jedem Patch darin sagt. Die Netze sind die des gezeigten Laufs; oben lassen sich andere wählen.</translation>
    </message>
    <message>
      <source>Oscillation</source>
      <translation>Oszillation</translation>
    </message>
    <message>
      <source>Oscillation above</source>
      <translation>Oszillation über</translation>
    </message>
    <message>
      <source>Oscillation, evaluations</source>
      <translation>Oszillation, Auswertungen</translation>
    </message>
    <message>
      <source>Other computers</source>
      <translation>Andere Computer</translation>
    </message>
    <message>
      <source>Other folder</source>
      <translation>Anderer Ordner</translation>
    </message>
    <message>
      <source>Other programs take it, or the memory for decoded images and teacher maps is set too high.</source>
      <translation>Andere Programme belegen ihn, oder der Speicher für dekodierte Bilder und Teacher-Karten ist zu hoch eingestellt.</translation>
    </message>
    <message>
      <source>Otherwise a student is refused that was kept after an error (loss, collapse, numbers that are not finite)</source>
      <translation>Sonst wird ein Student abgelehnt, der nach einem Fehler aufgehoben wurde (Loss, Kollaps, nicht endliche Zahlen)</translation>
    </message>
    <message>
      <source>Otherwise a student whose AUC is near 0.5 is refused</source>
      <translation>Sonst wird ein Student abgelehnt, dessen AUC nahe 0.5 liegt</translation>
    </message>
    <message>
      <source>Otherwise nothing is written where a file is in the way</source>
      <translation>Sonst wird nichts geschrieben, wo eine Datei im Weg ist</translation>
    </message>
    <message>
      <source>Out of use: it acts only when {when}.</source>
      <translation>Außer Kraft, wirkt nur unter dieser Bedingung: {when}.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Outcome of {format}</source>
      <translation>Ergebnis von {format}</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <source>Page file exhausted</source>
      <translation>Auslagerungsdatei erschöpft</translation>
    </message>
    <message>
      <source>Page file too small</source>
      <translation>Auslagerungsdatei zu klein</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Pages of settings</source>
      <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>Part of the run folder's name. Empty: the date and time.</source>
      <translation>Teil des Namens des Laufordners. Leer: Datum und Uhrzeit.</translation>
    </message>
    <message>
      <source>Passes over the training images (sgd and adamw).</source>
      <translation>Durchgänge durch die Trainingsbilder (SGD und AdamW).</translation>
    </message>
    <message>
      <source>Passes over the training images.</source>
      <translation>Durchgänge durch die Trainingsbilder.</translation>
    </message>
    <message>
      <source>Patch differences</source>
      <translation>Patch-Unterschiede</translation>
    </message>
    <message>
      <source>Patch logits beyond this are pulled back. Of a given student whose head is kept, beyond what it begins with if that is farther.</source>
      <translation>Patch-Logits jenseits davon werden zurückgezogen. Bei einem vorgegebenen Studenten, dessen Kopf behalten wird, jenseits dessen, womit er beginnt, falls das weiter außen liegt.</translation>
    </message>
    <message>
      <source>Patch logits of the teacher</source>
      <translation>Patch-Logits des Teachers</translation>
    </message>
    <message>
      <source>Patch view</source>
      <translation>Patch-Ansicht</translation>
    </message>
    <message>
      <source>PatchDistill broke down last time</source>
      <translation>PatchDistill ist letztes Mal abgestürzt</translation>
    </message>
    <message>
      <source>PatchDistill cannot start</source>
      <translation>PatchDistill kann nicht starten</translation>
    </message>
    <message>
      <source>PatchDistill is open already</source>
      <translation>PatchDistill ist bereits geöffnet</translation>
    </message>
    <message>
      <source>PatchDistill is open already, and takes one project from outside. Not opened: {names}.</source>
      <translation>PatchDistill ist bereits geöffnet und nimmt ein einziges Projekt von außen an. Nicht geöffnet: {names}.</translation>
    </message>
    <message>
      <source>PatchDistill made a mistake and could not finish what it was doing.</source>
      <translation>PatchDistill hat einen Fehler gemacht und konnte nicht zu Ende führen, was es gerade tat.</translation>
    </message>
    <message>
      <source>PatchDistill projects ({endings})</source>
      <translation>PatchDistill-Projekte ({endings})</translation>
    </message>
    <message>
      <source>Patches</source>
      <translation>Patches</translation>
    </message>
    <message>
      <source>Patches, log scale</source>
      <translation>Patches, logarithmische Skala</translation>
    </message>
    <message>
      <source>Patience of plateau</source>
      <translation>Geduld bei Plateau</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Pausiert</translation>
    </message>
    <message>
      <source>Paused in {place}</source>
      <translation>Pausiert in {place}</translation>
    </message>
    <message>
      <source>Paused. {why}</source>
      <translation>Pausiert. {why}</translation>
    </message>
    <message>
      <source>Pausing</source>
      <translation>Wird pausiert</translation>
    </message>
    <message>
      <source>Pausing after this batch</source>
      <translation>Pausiert nach diesem Batch</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Picture and map</source>
      <translation>Bild und Karte</translation>
    </message>
    <message>
      <source>Picture of the plots (PNG)…</source>
      <translation>Bild der Diagramme (PNG)…</translation>
    </message>
    <message>
      <source>Picture under the map</source>
      <translation>Bild unter der Karte</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation>Bilder (*.png)</translation>
    </message>
    <message>
      <source>Pictures and what the student says of them</source>
      <translation>Bilder und was der Student dazu sagt</translation>
    </message>
    <message>
      <source>Pictures are scaled far down, or are smaller than a crop; there is no teacher to ask which view is best.</source>
      <translation>Bilder werden stark verkleinert oder sind kleiner als ein Ausschnitt; es gibt keinen Teacher, den man fragen könnte, welche Ansicht die beste ist.</translation>
    </message>
    <message>
      <source>Pictures as they travel</source>
      <translation>Bilder auf ihrem Weg</translation>
    </message>
    <message>
      <source>Pictures judged</source>
      <translation>Beurteilte Bilder</translation>
    </message>
    <message>
      <source>Pictures without labels</source>
      <translation>Bilder ohne Label</translation>
    </message>
    <message>
      <source>Pixel {column}, {row}: {said}</source>
      <translation>Pixel {column}, {row}: {said}</translation>
    </message>
    <message>
      <source>Plot: comparison of runs</source>
      <translation>Diagramm: Vergleich von Läufen</translation>
    </message>
    <message>
      <source>Plot: {plot}</source>
      <translation>Diagramm: {plot}</translation>
    </message>
    <message>
      <source>Plots</source>
      <translation>Diagramme</translation>
    </message>
    <message>
      <source>Point at the picture, or move with the arrow keys, to read its patches.</source>
      <translation>Auf das Bild zeigen oder die Pfeiltasten benutzen, um seine Patches abzulesen.</translation>
    </message>
    <message>
      <source>Point at the plot to read figures.</source>
      <translation>Auf das Diagramm zeigen, um Werte abzulesen.</translation>
    </message>
    <message>
      <source>Pooling</source>
      <translation>Pooling</translation>
    </message>
    <message>
      <source>Prepare a run on the Set-up page, come back and press Add present settings; or let a study make runs with several values of a setting. Run the queue then does them one after the other, also while nobody watches.</source>
      <translation>Einen Lauf auf der Seite „Einrichtung“ vorbereiten, zurückkommen und „Aktuelle Einstellungen hinzufügen“ drücken; oder eine Studie Läufe mit mehreren Werten einer Einstellung anlegen lassen. „Warteschlange ausführen“ führt sie dann nacheinander aus, auch wenn niemand zusieht.</translation>
    </message>
    <message>
      <source>Preparing the demo's images…</source>
      <translation>Die Bilder der Demo werden vorbereitet…</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Wird vorbereitet…</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <source>Press Look again on the page Images.</source>
      <translation>Auf der Seite „Bilder“ „Erneut durchsehen“ drücken.</translation>
    </message>
    <message>
      <source>Probabilities of fake. Choose one to look into it.</source>
      <translation>Wahrscheinlichkeiten für gefälscht. Eine auswählen, um sie zu untersuchen.</translation>
    </message>
    <message>
      <source>Probability from which a picture is called fake</source>
      <translation>Wahrscheinlichkeit, ab der ein Bild als gefälscht gilt</translation>
    </message>
    <message>
      <source>Probability from which a picture is called fake, in per cent</source>
      <translation>Wahrscheinlichkeit, ab der ein Bild als gefälscht gilt, in Prozent</translation>
    </message>
    <message>
      <source>Probability of fake</source>
      <translation>Wahrscheinlichkeit für gefälscht</translation>
    </message>
    <message>
      <source>Probability of fake {probability} (not calibrated), logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation>Wahrscheinlichkeit für gefälscht {probability} (nicht kalibriert), Logit {logit:+.2f}, gefälscht über {threshold:+.2f}</translation>
    </message>
    <message>
      <source>Probability of fake {probability}, logit {logit:+.2f}, fake above {threshold:+.2f}</source>
      <translation>Wahrscheinlichkeit für gefälscht {probability}, Logit {logit:+.2f}, gefälscht über {threshold:+.2f}</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Progress of the comparison</source>
      <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
      <source>Progress of the drills</source>
      <translation>Fortschritt der Übungen</translation>
    </message>
    <message>
      <source>Progress of the export</source>
      <translation>Fortschritt des Exports</translation>
    </message>
    <message>
      <source>Progress of the learning-rate test</source>
      <translation>Fortschritt des Lernratentests</translation>
    </message>
    <message>
      <source>Progress of the measurement</source>
      <translation>Fortschritt der Messung</translation>
    </message>
    <message>
      <source>Progress of the teacher check</source>
      <translation>Fortschritt der Teacher-Prüfung</translation>
    </message>
    <message>
      <source>Progress of the trial</source>
      <translation>Fortschritt des Versuchs</translation>
    </message>
    <message>
      <source>Progress on the taskbar</source>
      <translation>Fortschritt in der Taskleiste</translation>
    </message>
    <message>
      <source>Progress: run</source>
      <translation>Fortschritt: Lauf</translation>
    </message>
    <message>
      <source>Progress: stage</source>
      <translation>Fortschritt: Stufe</translation>
    </message>
    <message>
      <source>Progress: step</source>
      <translation>Fortschritt: Schritt</translation>
    </message>
    <message>
      <source>Proposed by its name, or by that of a folder above</source>
      <translation>Vorgeschlagen nach seinem Namen oder dem eines übergeordneten Ordners</translation>
    </message>
    <message>
      <source>Provoke each failure in a small run, and see how it ends</source>
      <translation>Jede Störung in einem kleinen Lauf hervorrufen und sehen, wie er endet</translation>
    </message>
    <message>
      <source>Pulls weights to zero; never BatchNorm and biases.</source>
      <translation>Zieht Gewichte gegen null; niemals BatchNorm und Biases.</translation>
    </message>
    <message>
      <source>Put a run with the settings of Set-up at the end.</source>
      <translation>Einen Lauf mit den Einstellungen der Seite „Einrichtung“ ans Ende stellen.</translation>
    </message>
    <message>
      <source>Put a run with these settings at the end of the queue</source>
      <translation>Einen Lauf mit diesen Einstellungen ans Ende der Warteschlange stellen</translation>
    </message>
    <message>
      <source>PyTorch weights (.pth)</source>
      <translation>PyTorch-Gewichte (.pth)</translation>
    </message>
    <message>
      <source>PyTorch's out-of-memory error in a network's forward pass.</source>
      <translation>PyTorchs Fehler wegen fehlenden Speichers im Vorwärtsdurchlauf eines Netzes.</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>ROC</source>
      <translation>ROC</translation>
    </message>
    <message>
      <source>Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them smaller.</source>
      <translation>Den Speicher für dekodierte Bilder erhöhen (decoded_cache_mb), die Bilder auf einen lokalen Datenträger kopieren oder sie kleiner speichern.</translation>
    </message>
    <message>
      <source>Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning rate; if the map stays constant, start again from new weights, or from another student.</source>
      <translation>Das Gewicht gegen Kollaps (variance_weight) und das Gewicht der Labels (alpha_task) erhöhen, die Lernrate senken; bleibt die Karte konstant, mit neuen Gewichten oder mit einem anderen Studenten neu beginnen.</translation>
    </message>
    <message>
      <source>Random flips</source>
      <translation>Zufällige Spiegelungen</translation>
    </message>
    <message>
      <source>Random weights in place of the given student</source>
      <translation>Zufällige Gewichte statt des vorgegebenen Studenten</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>Wertebereich</translation>
    </message>
    <message>
      <source>Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient.</source>
      <translation>Rohe Teacher-Logits können -1190 erreichen; kalibrierte und der KL-Loss begrenzen den Gradienten jedes Patches.</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Neu einlesen</translation>
    </message>
    <message>
      <source>Reading "{name}"…</source>
      <translation>„{name}“ wird gelesen…</translation>
    </message>
    <message>
      <source>Reading the run "{name}"…</source>
      <translation>Der Lauf „{name}“ wird gelesen…</translation>
    </message>
    <message>
      <source>Reading the runs…</source>
      <translation>Die Läufe werden gelesen…</translation>
    </message>
    <message>
      <source>Reading training images</source>
      <translation>Trainingsbilder werden gelesen</translation>
    </message>
    <message>
      <source>Reading what earlier runs have left.</source>
      <translation>Es wird gelesen, was frühere Läufe hinterlassen haben.</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <source>Real</source>
      <translation>Echt</translation>
    </message>
    <message>
      <source>Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own training.</source>
      <translation>Echt und gefälscht sind in einem der Ordner, in den Namen der Klassen oder im Training des Checkpoints selbst vertauscht.</translation>
    </message>
    <message>
      <source>Real and fake files can be told apart by format, quality, size, metadata or the traces of JPEG in their pixels, whatever they show.</source>
      <translation>Echte und gefälschte Dateien lassen sich an Format, Qualität, Größe, Metadaten oder JPEG-Spuren in ihren Pixeln unterscheiden, unabhängig davon, was sie zeigen.</translation>
    </message>
    <message>
      <source>Real, fake or left out for single folders (of a CSV: for its labels), and all below them. It goes before the names of the classes, and the nearest folder counts. Paths are written from the chosen folder, or in full.</source>
      <translation>Echt, gefälscht oder ausgelassen für einzelne Ordner (bei einer CSV: für ihre Labels) und alle darunter. Das geht den Namen der Klassen vor, und der nächste Ordner zählt. Pfade werden vom gewählten Ordner aus oder vollständig geschrieben.</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Relative movement of the weights in 1,000 steps.</source>
      <translation>Relative Bewegung der Gewichte in 1000 Schritten.</translation>
    </message>
    <message>
      <source>Remedy</source>
      <translation>Abhilfe</translation>
    </message>
    <message>
      <source>Remedy.</source>
      <translation>Abhilfe.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images that show the same into one set, or give one folder without train, val and test: validation is then split off so that they stay together. Where equal names mean different pictures, nothing is wrong.</source>
      <translation>Die aufgelisteten Kopien entfernen; bei einem Bild in beiden Klassen das mit dem falschen Label. Bilder, die dasselbe zeigen, in einen Datensatz verschieben, oder einen Ordner ohne train, val und test angeben: Die Validierung wird dann so abgespalten, dass sie zusammenbleiben. Wo gleiche Namen verschiedene Bilder bezeichnen, ist alles in Ordnung.</translation>
    </message>
    <message>
      <source>Repeatability</source>
      <translation>Wiederholbarkeit</translation>
    </message>
    <message>
      <source>Replace files that are already there</source>
      <translation>Bereits vorhandene Dateien ersetzen</translation>
    </message>
    <message>
      <source>Report card</source>
      <translation>Berichtskarte</translation>
    </message>
    <message>
      <source>Report every</source>
      <translation>Bericht alle</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>Resizing</source>
      <translation>Skalieren</translation>
    </message>
    <message>
      <source>Resizing destroys fine traces of generators.</source>
      <translation>Skalieren zerstört feine Spuren von Generatoren.</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Results and settings of the compared runs</source>
      <translation>Ergebnisse und Einstellungen der verglichenen Läufe</translation>
    </message>
    <message>
      <source>Results by setting</source>
      <translation>Ergebnisse nach Einstellung</translation>
    </message>
    <message>
      <source>Results of runs outside of a study</source>
      <translation>Ergebnisse von Läufen außerhalb einer Studie</translation>
    </message>
    <message>
      <source>Results of the study "{study}"</source>
      <translation>Ergebnisse der Studie „{study}“</translation>
    </message>
    <message>
      <source>Results of {run}</source>
      <translation>Ergebnisse von {run}</translation>
    </message>
    <message>
      <source>Results, settings and curves of 2 to 8 runs side by side.</source>
      <translation>Ergebnisse, Einstellungen und Kurven von 2 bis 8 Läufen nebeneinander.</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Resume the run "{name}"?</source>
      <translation>Den Lauf „{name}“ fortsetzen?</translation>
    </message>
    <message>
      <source>Resume {name}</source>
      <translation>{name} fortsetzen</translation>
    </message>
    <message>
      <source>Resume: {remedy}</source>
      <translation>Fortsetzen: {remedy}</translation>
    </message>
    <message>
      <source>Rise from 1 % of the learning rate; part of the stage's epochs.</source>
      <translation>Anstieg von 1 % der Lernrate; Teil der Epochen der Stufe.</translation>
    </message>
    <message>
      <source>Rollbacks allowed</source>
      <translation>Erlaubte Rücksetzungen</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>Run commands</source>
      <translation>Befehle für den Lauf</translation>
    </message>
    <message>
      <source>Run drills</source>
      <translation>Übungen ausführen</translation>
    </message>
    <message>
      <source>Run name</source>
      <translation>Name des Laufs</translation>
    </message>
    <message>
      <source>Run the chosen entries earlier.</source>
      <translation>Die gewählten Einträge früher ausführen.</translation>
    </message>
    <message>
      <source>Run the chosen entries later.</source>
      <translation>Die gewählten Einträge später ausführen.</translation>
    </message>
    <message>
      <source>Run the queue</source>
      <translation>Warteschlange ausführen</translation>
    </message>
    <message>
      <source>Run this stage</source>
      <translation>Diese Stufe ausführen</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>Runs are kept here. Choose images and a teacher on the Set-up page and press Start, or try the demo.</source>
      <translation>Hier werden Läufe aufgehoben. Auf der Seite „Einrichtung“ Bilder und einen Teacher wählen und „Start“ drücken, oder die Demo ausprobieren.</translation>
    </message>
    <message>
      <source>Runs folder</source>
      <translation>Ordner der Läufe</translation>
    </message>
    <message>
      <source>Runs that can go on</source>
      <translation>Läufe, die fortgesetzt werden können</translation>
    </message>
    <message>
      <source>Runs the teacher over a sample of the images: its AUC, its range and the calibration it needs.</source>
      <translation>Lässt den Teacher über eine Stichprobe der Bilder laufen: seine AUC, sein Wertebereich und die Kalibrierung, die er braucht.</translation>
    </message>
    <message>
      <source>Runs to do</source>
      <translation>Ausstehende Läufe</translation>
    </message>
    <message>
      <source>Runs to do, one after the other, and studies</source>
      <translation>Ausstehende Läufe, einer nach dem anderen, und Studien</translation>
    </message>
    <message>
      <source>Runs with several values of settings, and several seeds.</source>
      <translation>Läufe mit mehreren Werten von Einstellungen und mehreren Seeds.</translation>
    </message>
    <message>
      <source>SGD</source>
      <translation>SGD</translation>
    </message>
    <message>
      <source>Saturated beyond</source>
      <translation>Gesättigt ab</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>Sättigung</translation>
    </message>
    <message>
      <source>Saturation above</source>
      <translation>Sättigung über</translation>
    </message>
    <message>
      <source>Saturation limit</source>
      <translation>Grenze der Sättigung</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save and end the run; it can be resumed</source>
      <translation>Speichern und den Lauf beenden; er kann fortgesetzt werden</translation>
    </message>
    <message>
      <source>Save both classes in the same way (same format, quality and size; a PNG that was a JPEG once keeps its traces, so save the other class as such a JPEG, too), or make them alike in training: degradations (degradations.strength) and crops (view). Then judge on images that were saved alike.</source>
      <translation>Beide Klassen auf dieselbe Weise speichern (gleiches Format, gleiche Qualität und Größe; eine PNG-Datei, die einmal JPEG war, behält deren Spuren, also auch die andere Klasse als solches JPEG speichern), oder sie im Training angleichen: Verschlechterungen (degradations.strength) und Ausschnitte (view). Dann auf Bildern beurteilen, die gleich gespeichert wurden.</translation>
    </message>
    <message>
      <source>Save every</source>
      <translation>Speichern alle</translation>
    </message>
    <message>
      <source>Save project</source>
      <translation>Projekt speichern</translation>
    </message>
    <message>
      <source>Save project as…</source>
      <translation>Projekt speichern unter…</translation>
    </message>
    <message>
      <source>Save the figures</source>
      <translation>Werte speichern</translation>
    </message>
    <message>
      <source>Save the plots</source>
      <translation>Diagramme speichern</translation>
    </message>
    <message>
      <source>Save the table</source>
      <translation>Tabelle speichern</translation>
    </message>
    <message>
      <source>Save the table as CSV, with the columns of the command score.</source>
      <translation>Die Tabelle als CSV speichern, mit den Spalten des Befehls score.</translation>
    </message>
    <message>
      <source>Save what is shown as a picture, or every figure as CSV.</source>
      <translation>Das Gezeigte als Bild oder alle Werte als CSV speichern.</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <source>Saved {file}.</source>
      <translation>{file} gespeichert.</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Speichern…</translation>
    </message>
    <message>
      <source>Saving</source>
      <translation>Wird gespeichert</translation>
    </message>
    <message>
      <source>Saving "{name}"…</source>
      <translation>„{name}“ wird gespeichert…</translation>
    </message>
    <message>
      <source>Say which are which…</source>
      <translation>Echt und gefälscht zuordnen…</translation>
    </message>
    <message>
      <source>Say which folders are real, fake or left out</source>
      <translation>Angeben, welche Ordner echt, gefälscht oder ausgelassen sind</translation>
    </message>
    <message>
      <source>Says both</source>
      <translation>Nennt beides</translation>
    </message>
    <message>
      <source>Scale matching</source>
      <translation>Skalenabgleich</translation>
    </message>
    <message>
      <source>Scale matching on</source>
      <translation>Skalenabgleich ein</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Zeitplan</translation>
    </message>
    <message>
      <source>Scoring damaged images</source>
      <translation>Beschädigte Bilder werden bewertet</translation>
    </message>
    <message>
      <source>Scoring the validation images</source>
      <translation>Die Validierungsbilder werden bewertet</translation>
    </message>
    <message>
      <source>Screenshots</source>
      <translation>Bildschirmfotos</translation>
    </message>
    <message>
      <source>Search settings</source>
      <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <source>Seed {seed}: {state}, AUC {auc}</source>
      <translation>Seed {seed}: {state}, AUC {auc}</translation>
    </message>
    <message>
      <source>Seeds, with commas between</source>
      <translation>Seeds, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>Gesehen</translation>
    </message>
    <message>
      <source>Seen from step {first:,} to {last:,}.</source>
      <translation>Gesehen von Schritt {first:,} bis {last:,}.</translation>
    </message>
    <message>
      <source>Select a warning to read it in full and see what can be done.</source>
      <translation>Eine Warnung auswählen, um sie vollständig zu lesen und zu sehen, was sich tun lässt.</translation>
    </message>
    <message>
      <source>Selected warning in full</source>
      <translation>Ausgewählte Warnung im vollen Wortlaut</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Einstellung</translation>
    </message>
    <message>
      <source>Setting {number}</source>
      <translation>Einstellung {number}</translation>
    </message>
    <message>
      <source>Settings into Set-up</source>
      <translation>Einstellungen in die Einrichtung</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>Schweregrad</translation>
    </message>
    <message>
      <source>Share of each class and source that is split off for validation when no validation images are given.</source>
      <translation>Anteil jeder Klasse und Quelle, der zur Validierung abgespalten wird, wenn keine Validierungsbilder angegeben sind.</translation>
    </message>
    <message>
      <source>Share of images</source>
      <translation>Anteil der Bilder</translation>
    </message>
    <message>
      <source>Share of images on the right side of 0.</source>
      <translation>Anteil der Bilder auf der richtigen Seite von 0.</translation>
    </message>
    <message>
      <source>Share of its weight down to which imitation fades. 0 lets it fade away: a little better on images like the training's, worse on others and on damaged ones.</source>
      <translation>Anteil ihres Gewichts, bis zu dem die Imitation ausklingt. 0 lässt sie ganz ausklingen: etwas besser auf Bildern wie denen des Trainings, schlechter auf anderen und auf beschädigten.</translation>
    </message>
    <message>
      <source>Share of learning from the labels. 0 trains from the teacher only.</source>
      <translation>Anteil des Lernens aus den Labels. 0 trainiert nur vom Teacher.</translation>
    </message>
    <message>
      <source>Share of learning from the teacher. 0 trains from labels only.</source>
      <translation>Anteil des Lernens vom Teacher. 0 trainiert nur aus Labels.</translation>
    </message>
    <message>
      <source>Share of patches in top-k</source>
      <translation>Anteil der Patches im Top-k</translation>
    </message>
    <message>
      <source>Share of recent batches whose images are all of one class.</source>
      <translation>Anteil der letzten Batches, deren Bilder alle zu einer Klasse gehören.</translation>
    </message>
    <message>
      <source>Share of recent steps whose gradient was clipped.</source>
      <translation>Anteil der letzten Schritte, deren Gradient abgeschnitten wurde.</translation>
    </message>
    <message>
      <source>Share of saturated patch logits.</source>
      <translation>Anteil gesättigter Patch-Logits.</translation>
    </message>
    <message>
      <source>Share of the JPEGs that keep colours at full resolution (4:4:4); in the others it is halved (4:2:0).</source>
      <translation>Anteil der JPEGs, die Farben in voller Auflösung behalten (4:4:4); bei den übrigen wird sie halbiert (4:2:0).</translation>
    </message>
    <message>
      <source>Share that gets Gaussian noise in every colour.</source>
      <translation>Anteil, der in jeder Farbe Gaußsches Rauschen erhält.</translation>
    </message>
    <message>
      <source>Share that is blurred.</source>
      <translation>Anteil, der weichgezeichnet wird.</translation>
    </message>
    <message>
      <source>Share that is enlarged 1.25, 1.5 or 1.75 times, as on a screen whose scale is not whole, and brought back.</source>
      <translation>Anteil, der auf das 1.25-, 1.5- oder 1.75-Fache vergrößert wird, wie auf einem Bildschirm mit nicht ganzzahliger Skalierung, und wieder zurück.</translation>
    </message>
    <message>
      <source>Share that is made smaller and brought back to its size, each with one of several filters.</source>
      <translation>Anteil, der verkleinert und wieder auf seine Größe gebracht wird, jeweils mit einem von mehreren Filtern.</translation>
    </message>
    <message>
      <source>Share that is saved as lossy WebP.</source>
      <translation>Anteil, der als verlustbehaftetes WebP gespeichert wird.</translation>
    </message>
    <message>
      <source>Share without labels, at most</source>
      <translation>Anteil ohne Label, höchstens</translation>
    </message>
    <message>
      <source>Shorter steps keep the logits small.</source>
      <translation>Kürzere Schritte halten die Logits klein.</translation>
    </message>
    <message>
      <source>Shorter steps keep the numbers small.</source>
      <translation>Kürzere Schritte halten die Zahlen klein.</translation>
    </message>
    <message>
      <source>Shorter steps stay where the loss is smooth.</source>
      <translation>Kürzere Schritte bleiben dort, wo der Loss glatt ist.</translation>
    </message>
    <message>
      <source>Shorter steps stop jumping over the best place.</source>
      <translation>Kürzere Schritte springen nicht mehr über die beste Stelle hinweg.</translation>
    </message>
    <message>
      <source>Show 1 advanced setting</source>
      <translation>1 erweiterte Einstellung zeigen</translation>
    </message>
    <message>
      <source>Show all of the picture (0)</source>
      <translation>Das ganze Bild zeigen (0)</translation>
    </message>
    <message>
      <source>Show all plots again</source>
      <translation>Alle Diagramme wieder zeigen</translation>
    </message>
    <message>
      <source>Show all text larger</source>
      <translation>Allen Text größer zeigen</translation>
    </message>
    <message>
      <source>Show all text smaller</source>
      <translation>Allen Text kleiner zeigen</translation>
    </message>
    <message>
      <source>Show every plot, or only the two that matter most.</source>
      <translation>Alle Diagramme zeigen oder nur die zwei wichtigsten.</translation>
    </message>
    <message>
      <source>Show every step again (Home).</source>
      <translation>Wieder alle Schritte zeigen (Home).</translation>
    </message>
    <message>
      <source>Show on the plots</source>
      <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
      <source>Show only {plot}</source>
      <translation>Nur {plot} zeigen</translation>
    </message>
    <message>
      <source>Show or hide the list</source>
      <translation>Liste ein- oder ausblenden</translation>
    </message>
    <message>
      <source>Show or hide {warnings}.</source>
      <translation>{warnings} ein- oder ausblenden.</translation>
    </message>
    <message>
      <source>Show step {step:,} on the plots</source>
      <translation>Schritt {step:,} in den Diagrammen zeigen</translation>
    </message>
    <message>
      <source>Show text as large as the system does</source>
      <translation>Text so groß zeigen wie das System</translation>
    </message>
    <message>
      <source>Show the raw scores that probabilities are made of.</source>
      <translation>Die Rohwerte zeigen, aus denen die Wahrscheinlichkeiten gebildet werden.</translation>
    </message>
    <message>
      <source>Show the run's curves and warnings (Enter or double-click).</source>
      <translation>Kurven und Warnungen des Laufs zeigen (Enter oder Doppelklick).</translation>
    </message>
    <message>
      <source>Show the run's files in the file manager.</source>
      <translation>Die Dateien des Laufs im Dateimanager zeigen.</translation>
    </message>
    <message>
      <source>Show the run's results, curves and warnings (Enter or double-click).</source>
      <translation>Ergebnisse, Kurven und Warnungen des Laufs zeigen (Enter oder Doppelklick).</translation>
    </message>
    <message>
      <source>Show {count} advanced settings</source>
      <translation>{count} erweiterte Einstellungen zeigen</translation>
    </message>
    <message>
      <source>Show {curve}</source>
      <translation>{curve} zeigen</translation>
    </message>
    <message>
      <source>Show {warnings}: {count}</source>
      <translation>{warnings} zeigen: {count}</translation>
    </message>
    <message>
      <source>Side of the square that the networks see.</source>
      <translation>Seite des Quadrats, das die Netze sehen.</translation>
    </message>
    <message>
      <source>Silent loss term</source>
      <translation>Stummer Loss-Term</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size of a patch logit that counts as saturated. Of a given student whose head is kept, what it begins with if that is more.</source>
      <translation>Größe eines Patch-Logits, das als gesättigt zählt. Bei einem vorgegebenen Studenten, dessen Kopf behalten wird, das, womit er beginnt, falls das mehr ist.</translation>
    </message>
    <message>
      <source>Size of the caches</source>
      <translation>Größe der Caches</translation>
    </message>
    <message>
      <source>Sleep</source>
      <translation>Energiesparmodus</translation>
    </message>
    <message>
      <source>Sleep of this computer</source>
      <translation>Energiesparmodus dieses Computers</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <source>Smallest size</source>
      <translation>Kleinste Größe</translation>
    </message>
    <message>
      <source>Smoothing: off</source>
      <translation>Glättung: aus</translation>
    </message>
    <message>
      <source>Smoothing: {reports}</source>
      <translation>Glättung: {reports}</translation>
    </message>
    <message>
      <source>Softens both sides of the imitation loss; its gradient never exceeds this number.</source>
      <translation>Mildert beide Seiten des Imitations-Loss; sein Gradient übersteigt nie diese Zahl.</translation>
    </message>
    <message>
      <source>Some files cannot be read as images and are left out.</source>
      <translation>Einige Dateien sind nicht als Bilder lesbar und werden ausgelassen.</translation>
    </message>
    <message>
      <source>Some folders are neither real nor fake yet.</source>
      <translation>Einige Ordner sind noch weder echt noch gefälscht.</translation>
    </message>
    <message>
      <source>Some folders are neither real nor fake yet: answer "{title}" beside the images.</source>
      <translation>Einige Ordner sind noch weder echt noch gefälscht: „{title}“ neben den Bildern beantworten.</translation>
    </message>
    <message>
      <source>Some that count as fake</source>
      <translation>Einige, die als gefälscht zählen</translation>
    </message>
    <message>
      <source>Some that count as real</source>
      <translation>Einige, die als echt zählen</translation>
    </message>
    <message>
      <source>Some validation or test images are exact copies of images of an earlier set, or by their pixels or names show what an image there shows (the same picture saved again, scaled or cut, a real photograph and its imitation, tiles of a photograph, frames of a video), so results look better than they are; or some pictures are both among the real and the fake images, which teaches a contradiction.</source>
      <translation>Einige Validierungs- oder Testbilder sind exakte Kopien von Bildern eines früheren Datensatzes oder zeigen nach Pixeln oder Namen, was ein Bild dort zeigt (dasselbe Bild noch einmal gespeichert, skaliert oder zugeschnitten, ein echtes Foto und seine Imitation, Kacheln eines Fotos, Einzelbilder eines Videos), sodass die Ergebnisse besser aussehen, als sie sind; oder einige Bilder sind sowohl unter den echten als auch unter den gefälschten, was einen Widerspruch lehrt.</translation>
    </message>
    <message>
      <source>Some without a label</source>
      <translation>Einige ohne Label</translation>
    </message>
    <message>
      <source>Something went wrong in PatchDistill</source>
      <translation>In PatchDistill ist etwas schiefgegangen</translation>
    </message>
    <message>
      <source>Sources, such as one generator, that nothing is learned from: their images are test images, so that the final evaluation says how an unseen generator is recognised. Without test images, the validation share of the real training images is tested beside them.</source>
      <translation>Quellen, etwa ein Generator, von denen nichts gelernt wird: Ihre Bilder sind Testbilder, sodass die abschließende Auswertung sagt, wie ein ungesehener Generator erkannt wird. Ohne Testbilder wird der Validierungsanteil der echten Trainingsbilder daneben getestet.</translation>
    </message>
    <message>
      <source>Space left on the disk that holds the run.</source>
      <translation>Freier Platz auf dem Datenträger, auf dem der Lauf liegt.</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Geschwindigkeit</translation>
    </message>
    <message>
      <source>Spread against the teacher's.</source>
      <translation>Streuung im Vergleich zu der des Teachers.</translation>
    </message>
    <message>
      <source>Spread of patch logits within an image.</source>
      <translation>Streuung der Patch-Logits innerhalb eines Bildes.</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <source>Stage 1</source>
      <translation>Stufe 1</translation>
    </message>
    <message>
      <source>Stage 1 trains the last layer only.</source>
      <translation>Stufe 1 trainiert nur die letzte Schicht.</translation>
    </message>
    <message>
      <source>Stage 1: the head alone</source>
      <translation>Stufe 1: nur der Kopf</translation>
    </message>
    <message>
      <source>Stage 2</source>
      <translation>Stufe 2</translation>
    </message>
    <message>
      <source>Stage 2: the whole student</source>
      <translation>Stufe 2: der ganze Student</translation>
    </message>
    <message>
      <source>Stage 3 trains the same student from labels only, for as long as stage 2; where it is better, and clearly above the teacher, it is delivered instead. doubt: where the student has come above its teacher, or the teacher is weak. The run then takes up to twice as long.</source>
      <translation>Stufe 3 trainiert denselben Studenten nur aus Labels, so lange wie Stufe 2; wo er besser ist und deutlich über dem Teacher liegt, wird er stattdessen ausgeliefert. Im Zweifel (doubt): wo der Student seinen Teacher überholt hat oder der Teacher schwach ist. Der Lauf dauert dann bis zu doppelt so lange.</translation>
    </message>
    <message>
      <source>Stage 3: the control</source>
      <translation>Stufe 3: die Kontrolle</translation>
    </message>
    <message>
      <source>Stage {stage}</source>
      <translation>Stufe {stage}</translation>
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in pixels of the picture's own size.</source>
      <translation>Die Standardabweichung wird gleichverteilt zwischen 0 und diesem Wert gezogen, in Pixeln der eigenen Größe des Bildes.</translation>
    </message>
    <message>
      <source>Standard deviation is drawn evenly from 0 to here, in steps of the 256 that a colour has.</source>
      <translation>Die Standardabweichung wird gleichverteilt zwischen 0 und diesem Wert gezogen, in Stufen der 256, die eine Farbe hat.</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start a new run with its settings.</source>
      <translation>Einen neuen Lauf mit seinen Einstellungen starten.</translation>
    </message>
    <message>
      <source>Start again from new weights</source>
      <translation>Mit neuen Gewichten neu beginnen</translation>
    </message>
    <message>
      <source>Start again from the given student, with shorter steps</source>
      <translation>Mit dem vorgegebenen Studenten neu beginnen, mit kürzeren Schritten</translation>
    </message>
    <message>
      <source>Start from the recommended settings</source>
      <translation>Von den empfohlenen Einstellungen ausgehen</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Wird gestartet</translation>
    </message>
    <message>
      <source>Starting values of the stages. recommended: measured best. from_scratch: longer, no stage 1. conservative: tiny steps from a trained student checkpoint.</source>
      <translation>Startwerte der Stufen. empfohlen: die besten nach Messung. from_scratch (von Grund auf): länger, ohne Stufe 1. konservativ: winzige Schritte ab einem trainierten Studenten-Checkpoint.</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Wird gestartet…</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>State of the run</source>
      <translation>Zustand des Laufs</translation>
    </message>
    <message>
      <source>Statistics lag</source>
      <translation>Rückstand der Statistik</translation>
    </message>
    <message>
      <source>Statistics lag above</source>
      <translation>Rückstand der Statistik über</translation>
    </message>
    <message>
      <source>Step size of everything before the last layer.</source>
      <translation>Schrittweite von allem vor der letzten Schicht.</translation>
    </message>
    <message>
      <source>Step size of the last layer (sgd and adamw).</source>
      <translation>Schrittweite der letzten Schicht (SGD und AdamW).</translation>
    </message>
    <message>
      <source>Step size of the last layer.</source>
      <translation>Schrittweite der letzten Schicht.</translation>
    </message>
    <message>
      <source>Step {number}: {title}</source>
      <translation>Schritt {number}: {title}</translation>
    </message>
    <message>
      <source>Step {step:,}: {deed}</source>
      <translation>Schritt {step:,}: {deed}</translation>
    </message>
    <message>
      <source>Step, stage, machine and loss terms</source>
      <translation>Schritt, Stufe, Rechner und Loss-Terme</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>Steps between reported figures.</source>
      <translation>Schritte zwischen ausgegebenen Werten.</translation>
    </message>
    <message>
      <source>Steps in a row with NaN or infinity that are skipped before the run stops.</source>
      <translation>Aufeinanderfolgende Schritte mit NaN oder Unendlich, die übersprungen werden, bevor der Lauf stoppt.</translation>
    </message>
    <message>
      <source>Steps keep their own length again.</source>
      <translation>Die Schritte behalten wieder ihre eigene Länge.</translation>
    </message>
    <message>
      <source>Steps left out</source>
      <translation>Ausgelassene Schritte</translation>
    </message>
    <message>
      <source>Steps looked at</source>
      <translation>Betrachtete Schritte</translation>
    </message>
    <message>
      <source>Steps so long throw away what the ones before have learned.</source>
      <translation>So lange Schritte werfen weg, was die vorigen gelernt haben.</translation>
    </message>
    <message>
      <source>Steps that are kept to be computed again when a kind of error is met; 0 keeps none.</source>
      <translation>Schritte, die aufgehoben werden, um neu berechnet zu werden, wenn eine Art von Fehler auftritt; 0 hebt keine auf.</translation>
    </message>
    <message>
      <source>Steps that are too long throw the weights out of reach.</source>
      <translation>Zu lange Schritte werfen die Gewichte außer Reichweite.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>Stop and close</source>
      <translation>Stoppen und schließen</translation>
    </message>
    <message>
      <source>Stop it first, or wait until it has finished.</source>
      <translation>Zuerst stoppen oder warten, bis er fertig ist.</translation>
    </message>
    <message>
      <source>Stop it first.</source>
      <translation>Zuerst stoppen.</translation>
    </message>
    <message>
      <source>Stop, save and close</source>
      <translation>Stoppen, speichern und schließen</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
    <message>
      <source>Stopped and saved</source>
      <translation>Gestoppt und gespeichert</translation>
    </message>
    <message>
      <source>Stopped before anything was saved</source>
      <translation>Gestoppt, bevor etwas gespeichert war</translation>
    </message>
    <message>
      <source>Stopped before the end.</source>
      <translation>Vor dem Ende gestoppt.</translation>
    </message>
    <message>
      <source>Stopped, goes on</source>
      <translation>Gestoppt, geht weiter</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Gestoppt.</translation>
    </message>
    <message>
      <source>Stopped. What was made is deleted.</source>
      <translation>Gestoppt. Was entstanden war, ist gelöscht.</translation>
    </message>
    <message>
      <source>Stopping the run…</source>
      <translation>Der Lauf wird gestoppt…</translation>
    </message>
    <message>
      <source>Stopping: saving the run</source>
      <translation>Wird gestoppt: Lauf wird gespeichert</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird gestoppt…</translation>
    </message>
    <message>
      <source>Strongest blur</source>
      <translation>Stärkste Unschärfe</translation>
    </message>
    <message>
      <source>Strongest noise</source>
      <translation>Stärkstes Rauschen</translation>
    </message>
    <message>
      <source>Student</source>
      <translation>Student</translation>
    </message>
    <message>
      <source>Student and teacher</source>
      <translation>Student und Teacher</translation>
    </message>
    <message>
      <source>Student checkpoint</source>
      <translation>Studenten-Checkpoint</translation>
    </message>
    <message>
      <source>Student input filter</source>
      <translation>Eingabefilter des Studenten</translation>
    </message>
    <message>
      <source>Student network</source>
      <translation>Netz des Studenten</translation>
    </message>
    <message>
      <source>Student recognised as</source>
      <translation>Student erkannt als</translation>
    </message>
    <message>
      <source>Student saturated</source>
      <translation>Student gesättigt</translation>
    </message>
    <message>
      <source>Student's map</source>
      <translation>Karte des Studenten</translation>
    </message>
    <message>
      <source>Student, test</source>
      <translation>Student, Test</translation>
    </message>
    <message>
      <source>Student, validation</source>
      <translation>Student, Validierung</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>Studie</translation>
    </message>
    <message>
      <source>Study…</source>
      <translation>Studie…</translation>
    </message>
    <message>
      <source>Surest mistakes</source>
      <translation>Sicherste Irrtümer</translation>
    </message>
    <message>
      <source>Suspicious regions</source>
      <translation>Verdächtige Bereiche</translation>
    </message>
    <message>
      <source>Swap real and fake</source>
      <translation>Echt und gefälscht vertauschen</translation>
    </message>
    <message>
      <source>Swapped labels</source>
      <translation>Vertauschte Labels</translation>
    </message>
    <message>
      <source>Swing of validation AUC over the last evaluations.</source>
      <translation>Schwankung der Validierungs-AUC über die letzten Auswertungen.</translation>
    </message>
    <message>
      <source>Switch scale matching on (enable_scale_matching).</source>
      <translation>Skalenabgleich einschalten (enable_scale_matching).</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Take all pictures out of the list; nothing happens on the disk.</source>
      <translation>Alle Bilder aus der Liste nehmen; auf dem Datenträger geschieht nichts.</translation>
    </message>
    <message>
      <source>Take back the last change in Set-up</source>
      <translation>Die letzte Änderung unter „Einrichtung“ zurücknehmen</translation>
    </message>
    <message>
      <source>Take its settings into Set-up, raise the epochs of stage 2 there, then resume it again.</source>
      <translation>Seine Einstellungen in die Einrichtung übernehmen, dort die Epochen von Stufe 2 erhöhen und ihn dann wieder fortsetzen.</translation>
    </message>
    <message>
      <source>Take proposals and choices into the settings</source>
      <translation>Vorschläge und Auswahl in die Einstellungen übernehmen</translation>
    </message>
    <message>
      <source>Take the best student away: formats, proof, report card</source>
      <translation>Den besten Studenten mitnehmen: Formate, Nachweis, Berichtskarte</translation>
    </message>
    <message>
      <source>Take the chosen entries out; the folders of their runs stay.</source>
      <translation>Die gewählten Einträge herausnehmen; die Ordner ihrer Läufe bleiben.</translation>
    </message>
    <message>
      <source>Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).</source>
      <translation>Den genannten Filter und die genannte Normierung nehmen (teacher.input_filter, teacher.normalisation).</translation>
    </message>
    <message>
      <source>Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).</source>
      <translation>Die Lernraten der empfohlenen Vorlage nehmen, oder head_lr und backbone_lr verzehnfachen. Wo es schon die üblichen sind, mehr Epochen trainieren oder kleinere Batches nehmen (batch_size, accumulate).</translation>
    </message>
    <message>
      <source>Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); choose a teacher that was trained on such images, or fit the head of this one to yours (command fit-teacher).</source>
      <translation>Die Größe nehmen, mit der der Teacher trainiert wurde (data.size), vor allem, wenn die Bilder kleiner sind und so vergrößert werden; seine anderen Eingabefilter (teacher.input_filter) und Normierungen (teacher.normalisation) probieren; einen Teacher wählen, der auf solchen Bildern trainiert wurde, oder den Kopf dieses Teachers an die eigenen anpassen (Befehl fit-teacher).</translation>
    </message>
    <message>
      <source>Take the student away: formats, each proven first (Ctrl+E)</source>
      <translation>Den Studenten mitnehmen: Formate, jedes zuerst nachgewiesen (Ctrl+E)</translation>
    </message>
    <message>
      <source>Take the student with the best validation AUC of the chosen row away.</source>
      <translation>Den Studenten mit der besten Validierungs-AUC der gewählten Zeile mitnehmen.</translation>
    </message>
    <message>
      <source>Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels (alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.</source>
      <translation>Die üblichen Lernraten nehmen (head_lr, backbone_lr); wo ein Teacher imitiert wird, das Gewicht der Labels (alpha_task) auf 0.9 erhöhen und das der Imitation (alpha_distill) senken; Ausschnitte in ursprünglicher Auflösung probieren.</translation>
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size). If pictures will be scaled down wherever the student is used, leave it as it is.</source>
      <translation>Die genannte Ansicht und Größe nehmen (data.view, data.size). Wenn Bilder überall, wo der Student eingesetzt wird, verkleinert werden, alles so lassen.</translation>
    </message>
    <message>
      <source>Take the view and the size that are named (data.view, data.size); the student learns from what the teacher sees.</source>
      <translation>Die genannte Ansicht und Größe nehmen (data.view, data.size); der Student lernt von dem, was der Teacher sieht.</translation>
    </message>
    <message>
      <source>Takes effect {when}.</source>
      <translation>Wirkt {when}.</translation>
    </message>
    <message>
      <source>Targets of one value per image, so that the relation term has nothing to compare.</source>
      <translation>Ziele mit einem einzigen Wert je Bild, sodass der Relationsterm nichts zu vergleichen hat.</translation>
    </message>
    <message>
      <source>Teacher</source>
      <translation>Teacher</translation>
    </message>
    <message>
      <source>Teacher better in another view</source>
      <translation>Teacher besser in anderer Ansicht</translation>
    </message>
    <message>
      <source>Teacher check</source>
      <translation>Teacher-Prüfung</translation>
    </message>
    <message>
      <source>Teacher checkpoint</source>
      <translation>Teacher-Checkpoint</translation>
    </message>
    <message>
      <source>Teacher checkpoint, in short</source>
      <translation>Teacher-Checkpoint, kurz</translation>
    </message>
    <message>
      <source>Teacher fed in another way than it was trained</source>
      <translation>Teacher anders gespeist, als er trainiert wurde</translation>
    </message>
    <message>
      <source>Teacher input filter</source>
      <translation>Eingabefilter des Teachers</translation>
    </message>
    <message>
      <source>Teacher is asked about</source>
      <translation>Teacher wird befragt zu</translation>
    </message>
    <message>
      <source>Teacher normalisation</source>
      <translation>Normierung des Teachers</translation>
    </message>
    <message>
      <source>Teacher of a huge range</source>
      <translation>Teacher mit riesigem Wertebereich</translation>
    </message>
    <message>
      <source>Teacher outrun</source>
      <translation>Teacher überholt</translation>
    </message>
    <message>
      <source>Teacher recognised as</source>
      <translation>Teacher erkannt als</translation>
    </message>
    <message>
      <source>Teacher saturated</source>
      <translation>Teacher gesättigt</translation>
    </message>
    <message>
      <source>Teacher scaled to about [-1190, 8], imitated by the old loss: squared difference of raw logits.</source>
      <translation>Teacher auf etwa [-1190, 8] skaliert, imitiert mit dem alten Loss: quadratische Differenz roher Logits.</translation>
    </message>
    <message>
      <source>Teacher's map</source>
      <translation>Karte des Teachers</translation>
    </message>
    <message>
      <source>Teacher's range too wide</source>
      <translation>Wertebereich des Teachers zu weit</translation>
    </message>
    <message>
      <source>Teacher, raw logits</source>
      <translation>Teacher, rohe Logits</translation>
    </message>
    <message>
      <source>Teacher, validation AUC</source>
      <translation>Teacher, Validierungs-AUC</translation>
    </message>
    <message>
      <source>Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.</source>
      <translation>Teacher dieser Familie driften zu einem weiten Wertebereich mit schweren Rändern; der Skalenabgleich, der das auffängt, ist aus.</translation>
    </message>
    <message>
      <source>Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.</source>
      <translation>Teacher dieser Familie driften zu riesigen negativen Logits; der Skalenabgleich, der das auffängt, ist aus.</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <source>Ten times</source>
      <translation>Zehnfach</translation>
    </message>
    <message>
      <source>Ten times the learning rate</source>
      <translation>Zehnfache Lernrate</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>Test AUC</source>
      <translation>Test-AUC</translation>
    </message>
    <message>
      <source>Test images</source>
      <translation>Testbilder</translation>
    </message>
    <message>
      <source>Test images are of one class, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation>Die Testbilder gehören zu nur einer Klasse, daher sind dies die der Validierung, an denen die beste Epoche und die Schwelle gewählt wurden: Sie sind etwas zu gut.</translation>
    </message>
    <message>
      <source>Test images do not exist, so these are validation's, on which the best epoch and the threshold were chosen: they are a little too good.</source>
      <translation>Testbilder gibt es nicht, daher sind dies die der Validierung, an denen die beste Epoche und die Schwelle gewählt wurden: Sie sind etwas zu gut.</translation>
    </message>
    <message>
      <source>Test learning rates</source>
      <translation>Lernraten testen</translation>
    </message>
    <message>
      <source>Testing the student</source>
      <translation>Der Student wird getestet</translation>
    </message>
    <message>
      <source>Testing the teacher</source>
      <translation>Der Teacher wird getestet</translation>
    </message>
    <message>
      <source>Text of the topic</source>
      <translation>Text des Themas</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
      <source>That is {runs}.</source>
      <translation>Das ergibt {runs}.</translation>
    </message>
    <message>
      <source>The GPU had no memory left for a step</source>
      <translation>Die GPU hatte keinen Speicher mehr für einen Schritt</translation>
    </message>
    <message>
      <source>The GPU had no memory left for a step, so the run ended. What was saved is safe.</source>
      <translation>Die GPU hatte keinen Speicher mehr für einen Schritt, daher endete der Lauf. Was gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>The KL loss bounds every patch's gradient; a squared difference does not.</source>
      <translation>Der KL-Loss begrenzt den Gradienten jedes Patches; eine quadratische Differenz tut das nicht.</translation>
    </message>
    <message>
      <source>The architecture that is trained. A student checkpoint brings its own.</source>
      <translation>Die Architektur, die trainiert wird. Ein Studenten-Checkpoint bringt seine eigene mit.</translation>
    </message>
    <message>
      <source>The average of the last steps swings less.</source>
      <translation>Der Mittelwert der letzten Schritte schwankt weniger.</translation>
    </message>
    <message>
      <source>The batches are very small, or one class is rare.</source>
      <translation>Die Batches sind sehr klein, oder eine Klasse ist selten.</translation>
    </message>
    <message>
      <source>The best AUC of the same training from labels only: this run's own control, or a run beside it.</source>
      <translation>Die beste AUC desselben Trainings nur aus Labels: die Kontrolle dieses Laufs oder ein Lauf daneben.</translation>
    </message>
    <message>
      <source>The caches were not emptied</source>
      <translation>Die Caches wurden nicht geleert</translation>
    </message>
    <message>
      <source>The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained with. What reaches its first layer does not fit what that layer remembers of its training.</source>
      <translation>Der Checkpoint sagt nicht, wie seine Bilder aufbereitet wurden, und der übliche Weg ist nicht der, mit dem er trainiert wurde. Was seine erste Schicht erreicht, passt nicht zu dem, was diese Schicht von ihrem Training behalten hat.</translation>
    </message>
    <message>
      <source>The checkpoint is untrained or damaged, or does not fit its input filter.</source>
      <translation>Der Checkpoint ist untrainiert oder beschädigt, oder er passt nicht zu seinem Eingabefilter.</translation>
    </message>
    <message>
      <source>The computer does not fall asleep by itself while a run goes on. Closing a laptop's lid still suspends it.</source>
      <translation>Der Computer geht nicht von selbst in den Energiesparmodus, solange ein Lauf im Gang ist. Das Zuklappen eines Laptops versetzt ihn trotzdem in diesen Modus.</translation>
    </message>
    <message>
      <source>The default is best balanced on validation.</source>
      <translation>Die Vorgabe ist auf der Validierung am besten ausgewogen.</translation>
    </message>
    <message>
      <source>The demo could not be prepared</source>
      <translation>Die Demo konnte nicht vorbereitet werden</translation>
    </message>
    <message>
      <source>The disk is nearly full.</source>
      <translation>Der Datenträger ist fast voll.</translation>
    </message>
    <message>
      <source>The earlier run that is shown</source>
      <translation>Der frühere Lauf, der gezeigt wird</translation>
    </message>
    <message>
      <source>The files give the label away</source>
      <translation>Die Dateien verraten das Label</translation>
    </message>
    <message>
      <source>The fit is then less noisy.</source>
      <translation>Die Anpassung ist dann weniger verrauscht.</translation>
    </message>
    <message>
      <source>The folder was not compared</source>
      <translation>Der Ordner wurde nicht verglichen</translation>
    </message>
    <message>
      <source>The folders hold that many more images of one class; or they show so few photographs, videos or other groups that validation, which never tears one apart, cannot take just its share.</source>
      <translation>Die Ordner enthalten entsprechend mehr Bilder einer Klasse; oder sie zeigen so wenige Fotos, Videos oder andere Gruppen, dass die Validierung, die nie eine davon zerreißt, nicht genau ihren Anteil nehmen kann.</translation>
    </message>
    <message>
      <source>The gradient is practically zero while the loss is not, so the weights cannot improve.</source>
      <translation>Der Gradient ist praktisch null, der Loss aber nicht, daher können sich die Gewichte nicht verbessern.</translation>
    </message>
    <message>
      <source>The gradient is very long before it is clipped, and stays so.</source>
      <translation>Der Gradient ist vor dem Clipping sehr lang und bleibt es.</translation>
    </message>
    <message>
      <source>The guide</source>
      <translation>Die Anleitung</translation>
    </message>
    <message>
      <source>The images are still being looked through.</source>
      <translation>Die Bilder werden noch durchgesehen.</translation>
    </message>
    <message>
      <source>The images have not been looked through.</source>
      <translation>Die Bilder wurden nicht durchgesehen.</translation>
    </message>
    <message>
      <source>The labels lead on where the teacher holds back.</source>
      <translation>Die Labels führen weiter, wo der Teacher bremst.</translation>
    </message>
    <message>
      <source>The labels' term then has something to work on.</source>
      <translation>Der Term der Labels hat dann etwas, woran er arbeiten kann.</translation>
    </message>
    <message>
      <source>The last run failed; the page Run says why.</source>
      <translation>Der letzte Lauf ist fehlgeschlagen; die Seite „Lauf“ sagt, warum.</translation>
    </message>
    <message>
      <source>The last run is {state}{auc}.</source>
      <translation>Letzter Lauf: {state}{auc}.</translation>
    </message>
    <message>
      <source>The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are not in the images (resizing destroys them).</source>
      <translation>Die Lernrate ist viel zu hoch oder bewegt die Gewichte kaum, die Imitation übertönt die Labels, oder die Spuren sind nicht in den Bildern (Skalieren zerstört sie).</translation>
    </message>
    <message>
      <source>The learning rate is no lower than usual, but there is hardly a gradient: it is clipped to next to nothing, or what is trained is dead.</source>
      <translation>Die Lernrate ist nicht niedriger als üblich, aber es gibt kaum einen Gradienten: Er wird auf fast nichts abgeschnitten, oder was trainiert wird, ist tot.</translation>
    </message>
    <message>
      <source>The learning rate is too high for the last stretch, or there are few validation images.</source>
      <translation>Die Lernrate ist zu hoch für die letzte Strecke, oder es gibt wenige Validierungsbilder.</translation>
    </message>
    <message>
      <source>The learning rate is too high, or raw teacher logits of a huge range are imitated.</source>
      <translation>Die Lernrate ist zu hoch, oder rohe Teacher-Logits mit riesigem Wertebereich werden imitiert.</translation>
    </message>
    <message>
      <source>The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.</source>
      <translation>Die Lernrate ist zu klein für den abgeschnittenen Gradienten, wie es die veröffentlichten sind, oder für so wenige Schritte.</translation>
    </message>
    <message>
      <source>The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.</source>
      <translation>Die Lernrate oder die Skala des Loss ist zu hoch; rohe Teacher-Logits sind ein häufiger Grund.</translation>
    </message>
    <message>
      <source>The loss is far above what it was a moment ago, or above any useful size.</source>
      <translation>Der Loss liegt weit über dem, was er eben noch war, oder über jeder brauchbaren Größe.</translation>
    </message>
    <message>
      <source>The maps of other validations may still be there: move the slider below.</source>
      <translation>Die Karten anderer Validierungen sind vielleicht noch da: den Regler unten verschieben.</translation>
    </message>
    <message>
      <source>The middle, a logit of {logit}, is the decision threshold: blue is below, orange above</source>
      <translation>Die Mitte, ein Logit von {logit}, ist die Entscheidungsschwelle: Blau liegt darunter, Orange darüber</translation>
    </message>
    <message>
      <source>The names of the classes the wrong way round: real images count as fake, and fake ones as real.</source>
      <translation>Die Namen der Klassen verkehrt herum: Echte Bilder zählen als gefälscht und gefälschte als echt.</translation>
    </message>
    <message>
      <source>The names say real and fake: choose a class</source>
      <translation>Die Namen sagen echt und gefälscht: eine Klasse wählen</translation>
    </message>
    <message>
      <source>The next run decodes its images and asks its teacher again.</source>
      <translation>Der nächste Lauf dekodiert seine Bilder und befragt seinen Teacher noch einmal.</translation>
    </message>
    <message>
      <source>The other class's folder is empty or is named in a way that is not understood.</source>
      <translation>Der Ordner der anderen Klasse ist leer oder so benannt, dass er nicht verstanden wird.</translation>
    </message>
    <message>
      <source>The page Set-up, with everything that a run can be told</source>
      <translation>Die Seite „Einrichtung“ mit allem, was sich für einen Lauf einstellen lässt</translation>
    </message>
    <message>
      <source>The patch maps {file} are damaged: {error}.</source>
      <translation>Die Patch-Karten {file} sind beschädigt: {error}.</translation>
    </message>
    <message>
      <source>The patch maps {file} are no longer in the run's folder.</source>
      <translation>Die Patch-Karten {file} sind nicht mehr im Ordner des Laufs.</translation>
    </message>
    <message>
      <source>The patch maps {file} cannot be read: {why}.</source>
      <translation>Die Patch-Karten {file} können nicht gelesen werden: {why}.</translation>
    </message>
    <message>
      <source>The patch maps {file} have an unknown form.</source>
      <translation>Die Patch-Karten {file} haben eine unbekannte Form.</translation>
    </message>
    <message>
      <source>The picture was not looked into</source>
      <translation>Das Bild wurde nicht untersucht</translation>
    </message>
    <message>
      <source>The picture, and beside it what the student sees: orange looks fake to it, blue real. Click to look into one.</source>
      <translation>Das Bild und daneben, was der Student sieht: Orange wirkt auf ihn gefälscht, Blau echt. Eines anklicken, um es zu untersuchen.</translation>
    </message>
    <message>
      <source>The program's button shows how far the run is</source>
      <translation>Die Schaltfläche des Programms zeigt, wie weit der Lauf ist</translation>
    </message>
    <message>
      <source>The program, or a part of the system that it uses, crashed and was ended by the system.</source>
      <translation>Das Programm oder ein Teil des Systems, den es benutzt, ist abgestürzt und wurde vom System beendet.</translation>
    </message>
    <message>
      <source>The project "{name}" has changes that are not saved.</source>
      <translation>Das Projekt „{name}“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
      <source>The project was not opened</source>
      <translation>Das Projekt wurde nicht geöffnet</translation>
    </message>
    <message>
      <source>The project was not saved</source>
      <translation>Das Projekt wurde nicht gespeichert</translation>
    </message>
    <message>
      <source>The published learning rates, at which the weights hardly move.</source>
      <translation>Die veröffentlichten Lernraten, bei denen sich die Gewichte kaum bewegen.</translation>
    </message>
    <message>
      <source>The queue is done.</source>
      <translation>Die Warteschlange ist fertig.</translation>
    </message>
    <message>
      <source>The queue is held after this run.</source>
      <translation>Die Warteschlange wird nach diesem Lauf angehalten.</translation>
    </message>
    <message>
      <source>The queue is held: no other run is begun.</source>
      <translation>Die Warteschlange ist angehalten: Es wird kein weiterer Lauf begonnen.</translation>
    </message>
    <message>
      <source>The queue is running.</source>
      <translation>Die Warteschlange läuft.</translation>
    </message>
    <message>
      <source>The queue was interrupted: {done} of {all} done. Go on?</source>
      <translation>Die Warteschlange wurde unterbrochen: {done} von {all} erledigt. Fortsetzen?</translation>
    </message>
    <message>
      <source>The queue was not changed</source>
      <translation>Die Warteschlange wurde nicht geändert</translation>
    </message>
    <message>
      <source>The queue was not run</source>
      <translation>Die Warteschlange wurde nicht ausgeführt</translation>
    </message>
    <message>
      <source>The remedy was not taken into Set-up</source>
      <translation>Die Abhilfe wurde nicht in die Einrichtung übernommen</translation>
    </message>
    <message>
      <source>The report card is {file}.</source>
      <translation>Die Berichtskarte ist {file}.</translation>
    </message>
    <message>
      <source>The run "{name}" has no events that can be read, so there is nothing to show of it.</source>
      <translation>Der Lauf „{name}“ hat keine lesbaren Ereignisse, daher lässt sich von ihm nichts zeigen.</translation>
    </message>
    <message>
      <source>The run begins.</source>
      <translation>Der Lauf beginnt.</translation>
    </message>
    <message>
      <source>The run failed.</source>
      <translation>Der Lauf ist fehlgeschlagen.</translation>
    </message>
    <message>
      <source>The run goes on. Matrix, curves and mistakes are measured when it has ended.</source>
      <translation>Der Lauf ist noch im Gang. Matrix, Kurven und Irrtümer werden gemessen, wenn er beendet ist.</translation>
    </message>
    <message>
      <source>The run has ended</source>
      <translation>Der Lauf ist beendet</translation>
    </message>
    <message>
      <source>The run has failed</source>
      <translation>Der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>The run has finished</source>
      <translation>Der Lauf ist fertig</translation>
    </message>
    <message>
      <source>The run has stopped</source>
      <translation>Der Lauf ist gestoppt</translation>
    </message>
    <message>
      <source>The run in {folder} is going on, so it was left alone.</source>
      <translation>Der Lauf in {folder} ist noch im Gang und wurde daher nicht angerührt.</translation>
    </message>
    <message>
      <source>The run stops with a list when a larger share of the images cannot be read; never for a single one, unless 0.</source>
      <translation>Der Lauf stoppt mit einer Liste, wenn ein größerer Anteil der Bilder nicht lesbar ist; nie wegen eines einzigen, außer bei 0.</translation>
    </message>
    <message>
      <source>The run was not opened</source>
      <translation>Der Lauf wurde nicht geöffnet</translation>
    </message>
    <message>
      <source>The run was stopped, so the queue is held. Run the queue goes on with that run.</source>
      <translation>Der Lauf wurde gestoppt, daher ist die Warteschlange angehalten. „Warteschlange ausführen“ setzt mit diesem Lauf fort.</translation>
    </message>
    <message>
      <source>The run's folder is called so.</source>
      <translation>So heißt der Ordner des Laufs.</translation>
    </message>
    <message>
      <source>The run's networks were not taken</source>
      <translation>Die Netze des Laufs wurden nicht übernommen</translation>
    </message>
    <message>
      <source>The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.</source>
      <translation>Die laufenden Mittelwerte von BatchNorm, deren Momentum 0.001 ist, haben die Gewichte noch nicht eingeholt.</translation>
    </message>
    <message>
      <source>The runs were not read</source>
      <translation>Die Läufe wurden nicht gelesen</translation>
    </message>
    <message>
      <source>The same for ONNX Runtime, in any batch and size; needs no PyTorch.</source>
      <translation>Dasselbe für ONNX Runtime, in jeder Batch- und Bildgröße; braucht kein PyTorch.</translation>
    </message>
    <message>
      <source>The same of the target made from the teacher.</source>
      <translation>Dasselbe für das Ziel, das aus dem Teacher gebildet wird.</translation>
    </message>
    <message>
      <source>The same pictures were put into more than one folder, or images were dealt to the sets one by one.</source>
      <translation>Dieselben Bilder wurden in mehr als einen Ordner gelegt, oder Bilder wurden einzeln auf die Datensätze verteilt.</translation>
    </message>
    <message>
      <source>The same student, trained from labels only for as many steps, is better on validation than the one that had the teacher. The student delivered learned without the teacher.</source>
      <translation>Derselbe Student, nur aus Labels und mit ebenso vielen Schritten trainiert, ist auf der Validierung besser als der mit Teacher. Der ausgelieferte Student lernte ohne den Teacher.</translation>
    </message>
    <message>
      <source>The same teacher tells real from fake clearly better where pictures are scaled or cropped in another way.</source>
      <translation>Derselbe Teacher unterscheidet echt und gefälscht deutlich besser, wenn Bilder auf andere Weise skaliert oder zugeschnitten werden.</translation>
    </message>
    <message>
      <source>The same weights, with notes on filter, view and threshold.</source>
      <translation>Dieselben Gewichte, mit Angaben zu Filter, Ansicht und Schwelle.</translation>
    </message>
    <message>
      <source>The same without a teacher, to compare with in Runs</source>
      <translation>Dasselbe ohne Teacher, zum Vergleich unter „Läufe“</translation>
    </message>
    <message>
      <source>The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more slowly than its learning rate says.</source>
      <translation>Die Skala des Loss oder die Lernrate passt nicht zu den Grenzen. AdamW stört das kaum; SGD trainiert langsamer, als seine Lernrate sagt.</translation>
    </message>
    <message>
      <source>The settings of the run "{name}" are not understood. {why}</source>
      <translation>Die Einstellungen des Laufs „{name}“ werden nicht verstanden. {why}</translation>
    </message>
    <message>
      <source>The soft wall leads huge logits back.</source>
      <translation>Die weiche Wand führt riesige Logits zurück.</translation>
    </message>
    <message>
      <source>The sources that were found in the images</source>
      <translation>Die Quellen, die in den Bildern gefunden wurden</translation>
    </message>
    <message>
      <source>The spread below which the term above acts, as a share of the teacher's (at most 1 logit).</source>
      <translation>Die Streuung, unterhalb derer der obige Term wirkt, als Anteil der des Teachers (höchstens 1 Logit).</translation>
    </message>
    <message>
      <source>The steps are too few for usual learning rates.</source>
      <translation>Die Schritte sind zu wenige für übliche Lernraten.</translation>
    </message>
    <message>
      <source>The student cannot be used</source>
      <translation>Der Student ist nicht verwendbar</translation>
    </message>
    <message>
      <source>The student gives every patch of an image nearly the same logit: its map has become a constant.</source>
      <translation>Der Student gibt jedem Patch eines Bildes fast dasselbe Logit: Seine Karte ist zur Konstanten geworden.</translation>
    </message>
    <message>
      <source>The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.</source>
      <translation>Der Student hat aus den Labels mehr gelernt, als der Teacher weiß; von hier an kann Imitation AUC kosten.</translation>
    </message>
    <message>
      <source>The student imitates raw teacher logits, or the learning rate is too high.</source>
      <translation>Der Student imitiert rohe Teacher-Logits, oder die Lernrate ist zu hoch.</translation>
    </message>
    <message>
      <source>The student judges pictures of yours, and can be exported.</source>
      <translation>Der Student beurteilt eigene Bilder und kann exportiert werden.</translation>
    </message>
    <message>
      <source>The student scores images differently in training and in evaluation, so what is evaluated is not what was trained.</source>
      <translation>Der Student bewertet Bilder im Training anders als in der Auswertung; ausgewertet wird also nicht, was trainiert wurde.</translation>
    </message>
    <message>
      <source>The student was trained from labels only, without a teacher.</source>
      <translation>Der Student wurde nur aus Labels trainiert, ohne Teacher.</translation>
    </message>
    <message>
      <source>The sum that is trained on.</source>
      <translation>Die Summe, auf der trainiert wird.</translation>
    </message>
    <message>
      <source>The table was not saved</source>
      <translation>Die Tabelle wurde nicht gespeichert</translation>
    </message>
    <message>
      <source>The targets that the student imitates tell real from fake less well than the teacher itself does.</source>
      <translation>Die Ziele, die der Student imitiert, unterscheiden echt und gefälscht schlechter als der Teacher selbst.</translation>
    </message>
    <message>
      <source>The teacher gives every patch of every image the same logit: there is nothing to imitate.</source>
      <translation>Der Teacher gibt jedem Patch jedes Bildes dasselbe Logit: Es gibt nichts zu imitieren.</translation>
    </message>
    <message>
      <source>The teacher holds back a student that is better than it.</source>
      <translation>Der Teacher bremst einen Studenten, der besser ist als er.</translation>
    </message>
    <message>
      <source>The teacher knows less of these images than the labels say, and what it says takes room that a small student has not got.</source>
      <translation>Der Teacher weiß über diese Bilder weniger, als die Labels sagen, und was er sagt, nimmt einem kleinen Studenten Platz weg, den er nicht hat.</translation>
    </message>
    <message>
      <source>The teacher tells real from fake best in that view.</source>
      <translation>Der Teacher unterscheidet echt und gefälscht in dieser Ansicht am besten.</translation>
    </message>
    <message>
      <source>The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.</source>
      <translation>Was der Teacher weiß, liegt in seltenen, extremen Patch-Logits, die kein begrenztes Ziel tragen kann.</translation>
    </message>
    <message>
      <source>The teacher's patch logits span a range that no student can follow, and they are imitated as they are.</source>
      <translation>Die Patch-Logits des Teachers umfassen einen Wertebereich, dem kein Student folgen kann, und sie werden so imitiert, wie sie sind.</translation>
    </message>
    <message>
      <source>The trained layers are dead or saturated, or everything that the loss depends on is frozen.</source>
      <translation>Die trainierten Schichten sind tot oder gesättigt, oder alles, wovon der Loss abhängt, ist eingefroren.</translation>
    </message>
    <message>
      <source>The two classes come from different places or were saved differently. The student can learn the traces of that instead of those of generation, and then fails on other pictures although validation AUC is high.</source>
      <translation>Die beiden Klassen stammen von verschiedenen Orten oder wurden verschieden gespeichert. Der Student kann dann deren Spuren statt der Spuren der Erzeugung lernen und versagt auf anderen Bildern, obwohl die Validierungs-AUC hoch ist.</translation>
    </message>
    <message>
      <source>The usual bounds on steps</source>
      <translation>Die üblichen Grenzen für Schritte</translation>
    </message>
    <message>
      <source>The weights hardly move, however high their learning rate is now: the stage will end near where it began.</source>
      <translation>Die Gewichte bewegen sich kaum, wie hoch ihre Lernrate jetzt auch ist: Die Stufe wird nahe dort enden, wo sie begann.</translation>
    </message>
    <message>
      <source>The weights then move far enough to learn something.</source>
      <translation>Die Gewichte bewegen sich dann weit genug, um etwas zu lernen.</translation>
    </message>
    <message>
      <source>The whole run</source>
      <translation>Der ganze Lauf</translation>
    </message>
    <message>
      <source>The window closes when it is done.</source>
      <translation>Das Fenster schließt sich, wenn er fertig ist.</translation>
    </message>
    <message>
      <source>The window takes the language when it is next opened.</source>
      <translation>Das Fenster nimmt die Sprache an, wenn es das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
      <source>The window's language, from its next start on</source>
      <translation>Die Sprache des Fensters, ab seinem nächsten Start</translation>
    </message>
    <message>
      <source>Their average is then less noisy.</source>
      <translation>Ihr Mittelwert ist dann weniger verrauscht.</translation>
    </message>
    <message>
      <source>Their curves, checkpoints and best students go with them.</source>
      <translation>Ihre Kurven, Checkpoints und besten Studenten verschwinden mit ihnen.</translation>
    </message>
    <message>
      <source>Then it tells real from fake clearly better.</source>
      <translation>Dann unterscheidet er echt und gefälscht deutlich besser.</translation>
    </message>
    <message>
      <source>There is no desktop here that would send it to sleep.</source>
      <translation>Hier gibt es keinen Desktop, der ihn in den Energiesparmodus versetzen würde.</translation>
    </message>
    <message>
      <source>There is nothing to learn from this teacher.</source>
      <translation>Von diesem Teacher gibt es nichts zu lernen.</translation>
    </message>
    <message>
      <source>These labels are right</source>
      <translation>Diese Labels stimmen</translation>
    </message>
    <message>
      <source>These weights do not note how their probabilities are calibrated: take them as an order only.</source>
      <translation>Diese Gewichte vermerken nicht, wie ihre Wahrscheinlichkeiten kalibriert sind: Sie geben nur eine Reihenfolge an.</translation>
    </message>
    <message>
      <source>They appear after the first validation of a run with a teacher: a few fixed images, and what each network sees in every patch of them. Start a run, or open an earlier one from Runs.</source>
      <translation>Sie erscheinen nach der ersten Validierung eines Laufs mit Teacher: einige feste Bilder und was jedes Netz in jedem ihrer Patches sieht. Einen Lauf starten oder einen früheren unter „Läufe“ öffnen.</translation>
    </message>
    <message>
      <source>They are truncated, empty, too large, or not images.</source>
      <translation>Sie sind abgeschnitten, leer, zu groß oder keine Bilder.</translation>
    </message>
    <message>
      <source>They would be lost.</source>
      <translation>Sie gingen verloren.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <source>This epoch</source>
      <translation>Diese Epoche</translation>
    </message>
    <message>
      <source>This is an earlier run: "{name}"</source>
      <translation>Dies ist ein früherer Lauf: „{name}“</translation>
    </message>
    <message>
      <source>This is the best validation so far: the final evaluation has not been made.</source>
      <translation>Dies ist die bisher beste Validierung: Die abschließende Auswertung wurde noch nicht vorgenommen.</translation>
    </message>
    <message>
      <source>This program is the window. Commands are for the one beside it, in a console:
{program}
The guide's page on the command line, and {name} --help, list them.</source>
      <translation>Dieses Programm ist das Fenster. Befehle sind für das Programm daneben, in einer Konsole:
{program}
Die Seite der Anleitung über die Befehlszeile und {name} --help zählen sie auf.</translation>
    </message>
    <message>
      <source>Threads for arithmetic; 0 lets the program choose.</source>
      <translation>Threads zum Rechnen; bei 0 wählt das Programm.</translation>
    </message>
    <message>
      <source>Three batches whose targets are NaN.</source>
      <translation>Drei Batches, deren Ziele NaN sind.</translation>
    </message>
    <message>
      <source>Threshold chosen on validation: logit {threshold:.3f}.</source>
      <translation>Schwelle auf der Validierung gewählt: Logit {threshold:.3f}.</translation>
    </message>
    <message>
      <source>Thresholds that validation suggests</source>
      <translation>Schwellen, die die Validierung nahelegt</translation>
    </message>
    <message>
      <source>Throughput</source>
      <translation>Durchsatz</translation>
    </message>
    <message>
      <source>Tick the failures to provoke.</source>
      <translation>Die Störungen ankreuzen, die hervorgerufen werden sollen.</translation>
    </message>
    <message>
      <source>Tiles looked at</source>
      <translation>Betrachtete Kacheln</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Time each student on one picture of 256 x 256 pixels, through ONNX Runtime on one thread of this processor.</source>
      <translation>Jeden Studenten an einem Bild von 256 x 256 Pixeln messen, durch ONNX Runtime in einem Thread dieses Prozessors.</translation>
    </message>
    <message>
      <source>Tiny-LaDeDa</source>
      <translation>Tiny-LaDeDa</translation>
    </message>
    <message>
      <source>To look there, Windows signs in at them with your name. Go on only if you know them, or who gave you this file; otherwise nothing there is touched and nothing is opened.</source>
      <translation>Um dort nachzusehen, meldet sich Windows bei ihnen mit Ihrem Namen an. Fahren Sie nur fort, wenn Sie sie kennen oder wissen, von wem diese Datei stammt; sonst wird dort nichts angerührt und nichts geöffnet.</translation>
    </message>
    <message>
      <source>Too few files to see whether they give the label away.</source>
      <translation>Zu wenige Dateien, um zu sehen, ob sie das Label verraten.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>Traces of generation are as fine as single pixels: scaling blends them away, as does mirroring repeat them. Downloads and photographs differ in size, and the usual view was made for pictures of about 256 pixels.</source>
      <translation>Spuren der Erzeugung sind so fein wie einzelne Pixel: Skalieren verwischt sie, und Spiegeln wiederholt sie. Downloads und Fotos sind verschieden groß, und die übliche Ansicht ist für Bilder von etwa 256 Pixeln gemacht.</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train a control</source>
      <translation>Kontrolle trainieren</translation>
    </message>
    <message>
      <source>Train a new student with these settings</source>
      <translation>Einen neuen Studenten mit diesen Einstellungen trainieren</translation>
    </message>
    <message>
      <source>Train even though the teacher failed its check.</source>
      <translation>Trainieren, obwohl der Teacher seine Prüfung nicht bestanden hat.</translation>
    </message>
    <message>
      <source>Train every weight</source>
      <translation>Alle Gewichte trainieren</translation>
    </message>
    <message>
      <source>Train from labels only</source>
      <translation>Nur aus Labels trainieren</translation>
    </message>
    <message>
      <source>Train on the images that come with the program</source>
      <translation>Auf den Bildern trainieren, die dem Programm beiliegen</translation>
    </message>
    <message>
      <source>Train-mode against eval-mode scores, in their spread.</source>
      <translation>Werte im Trainingsmodus gegen Werte im Auswertungsmodus, gemessen an ihrer Streuung.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Training images</source>
      <translation>Trainingsbilder</translation>
    </message>
    <message>
      <source>Training images as they arrive from the web: compressed, resized, blurred, noisy. web: about half of them, as sites treat pictures. strong: about three quarters, and worse. own: by the figures below. A degraded picture keeps its size, and loses at its own size, before it is scaled or cropped.</source>
      <translation>Trainingsbilder, wie sie aus dem Web kommen: komprimiert, skaliert, unscharf, verrauscht. wie im Web: etwa die Hälfte davon, so wie Websites mit Bildern umgehen. stark: etwa drei Viertel, und schlimmer. eigene Werte: nach den Werten unten. Ein verschlechtertes Bild behält seine Größe und verliert in seiner eigenen Größe, bevor es skaliert oder zugeschnitten wird.</translation>
    </message>
    <message>
      <source>Training images per second.</source>
      <translation>Trainingsbilder pro Sekunde.</translation>
    </message>
    <message>
      <source>Training images that the calibration looks at.</source>
      <translation>Trainingsbilder, die die Kalibrierung betrachtet.</translation>
    </message>
    <message>
      <source>Training images whose features the solver keeps in memory (about 10 KB each). With top-k pooling those of every patch are kept, of as many images as fit into 128 MB.</source>
      <translation>Trainingsbilder, deren Merkmale der Löser im Speicher hält (je etwa 10 KB). Mit Top-k-Pooling werden die aller Patches gehalten, von so vielen Bildern, wie in 128 MB passen.</translation>
    </message>
    <message>
      <source>Training images, in short</source>
      <translation>Trainingsbilder, kurz</translation>
    </message>
    <message>
      <source>Trains a throw-away student for a few steps at each of twelve learning rates and shows where its loss falls. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation>Trainiert einen Wegwerf-Studenten je einige Schritte mit jeder von zwölf Lernraten und zeigt, wo sein Loss fällt. Wie lange es dauert, zeigt sich unterwegs; von selbst ändert es nichts.</translation>
    </message>
    <message>
      <source>Trains a tiny detector of generated pictures from a large one. MIT licence. Built with PyTorch and Qt.</source>
      <translation>Trainiert einen winzigen Detektor für generierte Bilder aus einem großen. MIT-Lizenz. Erstellt mit PyTorch und Qt.</translation>
    </message>
    <message>
      <source>Trains throw-away students for a few steps, with the teacher and from labels only, and compares them on the validation images. How long it takes is shown as it goes; it changes nothing by itself.</source>
      <translation>Trainiert Wegwerf-Studenten einige Schritte lang, mit dem Teacher und nur aus Labels, und vergleicht sie auf den Validierungsbildern. Wie lange es dauert, zeigt sich unterwegs; von selbst ändert es nichts.</translation>
    </message>
    <message>
      <source>Trial: share of labels used</source>
      <translation>Versuch: Anteil der benutzten Labels</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try pictures</source>
      <translation>Bilder ausprobieren</translation>
    </message>
    <message>
      <source>Try the demo</source>
      <translation>Demo ausprobieren</translation>
    </message>
    <message>
      <source>Trying other views</source>
      <translation>Andere Ansichten werden probiert</translation>
    </message>
    <message>
      <source>Twice the learning rate</source>
      <translation>Doppelte Lernrate</translation>
    </message>
    <message>
      <source>Two batches whose patch logits come out 300 times too large.</source>
      <translation>Zwei Batches, deren Patch-Logits 300-mal zu groß herauskommen.</translation>
    </message>
    <message>
      <source>Unchanged</source>
      <translation>Unverändert</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>Unentschieden</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Unless the window is in front</source>
      <translation>Außer wenn das Fenster im Vordergrund ist</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <translation>Unlesbar</translation>
    </message>
    <message>
      <source>Unreadable images</source>
      <translation>Unlesbare Bilder</translation>
    </message>
    <message>
      <source>Unreadable images allowed</source>
      <translation>Erlaubte unlesbare Bilder</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
      <source>Untick where an extension of the system's dialogs makes them crash: Qt's own are used then</source>
      <translation>Abwählen, wo eine Erweiterung der Systemdialoge sie abstürzen lässt: Dann werden Qts eigene benutzt</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Upper end of the quality that is drawn.</source>
      <translation>Oberes Ende der Qualität, die gezogen wird.</translation>
    </message>
    <message>
      <source>Use every label</source>
      <translation>Alle Labels benutzen</translation>
    </message>
    <message>
      <source>Use larger batches (batch_size), or add images of the rarer class.</source>
      <translation>Größere Batches nehmen (batch_size) oder Bilder der selteneren Klasse hinzufügen.</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>Diese übernehmen</translation>
    </message>
    <message>
      <source>Use {rate} for head and backbone</source>
      <translation>{rate} für Kopf und Backbone nehmen</translation>
    </message>
    <message>
      <source>Usual text</source>
      <translation>Normale Textgröße</translation>
    </message>
    <message>
      <source>Validate every</source>
      <translation>Validieren alle</translation>
    </message>
    <message>
      <source>Validating</source>
      <translation>Validierung läuft</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>Validation AUC goes up and down by more than chance explains, instead of rising.</source>
      <translation>Die Validierungs-AUC geht stärker auf und ab, als der Zufall erklärt, statt zu steigen.</translation>
    </message>
    <message>
      <source>Validation AUC is well below 0.5: images are told apart, but the wrong way round.</source>
      <translation>Die Validierungs-AUC liegt deutlich unter 0.5: Bilder werden unterschieden, aber verkehrt herum.</translation>
    </message>
    <message>
      <source>Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.</source>
      <translation>Die Validierungs-AUC bleibt nahe 0.5: Bisher unterscheidet der Student echt und gefälscht nicht besser als ein Münzwurf.</translation>
    </message>
    <message>
      <source>Validation AUC that means nothing is learned.</source>
      <translation>Validierungs-AUC, die bedeutet, dass nichts gelernt wird.</translation>
    </message>
    <message>
      <source>Validation AUC.</source>
      <translation>Validierungs-AUC.</translation>
    </message>
    <message>
      <source>Validation images</source>
      <translation>Validierungsbilder</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Validierungsanteil</translation>
    </message>
    <message>
      <source>Validation {number} of {total}, stage {stage}, step {step:,}</source>
      <translation>Validierung {number} von {total}, Stufe {stage}, Schritt {step:,}</translation>
    </message>
    <message>
      <source>Validations without a better AUC before the learning rate falls to a third.</source>
      <translation>Validierungen ohne bessere AUC, bevor die Lernrate auf ein Drittel fällt.</translation>
    </message>
    <message>
      <source>Validations without a better AUC before the stage ends. 0 never.</source>
      <translation>Validierungen ohne bessere AUC, bevor die Stufe endet. 0 nie.</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Values of setting {number}</source>
      <translation>Werte von Einstellung {number}</translation>
    </message>
    <message>
      <source>Values, with commas between</source>
      <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Vary another setting</source>
      <translation>Eine weitere Einstellung variieren</translation>
    </message>
    <message>
      <source>Vary the student's width: the results then tell parameters, operations and speed, too.</source>
      <translation>Die Breite des Studenten variieren: Die Ergebnisse nennen dann auch Parameter, Rechenoperationen und Geschwindigkeit.</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Urteil</translation>
    </message>
    <message>
      <source>Version and licences</source>
      <translation>Version und Lizenzen</translation>
    </message>
    <message>
      <source>Versions, logs and what the shown run tells, in one zip</source>
      <translation>Versionen, Protokolle und was der gezeigte Lauf meldet, in einer ZIP-Datei</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>View does not fit the pictures</source>
      <translation>Ansicht passt nicht zu den Bildern</translation>
    </message>
    <message>
      <source>Wait, then confirm the labels.</source>
      <translation>Warten, dann die Labels bestätigen.</translation>
    </message>
    <message>
      <source>Waits</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Warm-up</source>
      <translation>Warm-up</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <source>Warnings of this run</source>
      <translation>Warnungen dieses Laufs</translation>
    </message>
    <message>
      <source>Watch</source>
      <translation>Zusehen</translation>
    </message>
    <message>
      <source>Weak teacher</source>
      <translation>Schwacher Teacher</translation>
    </message>
    <message>
      <source>WebP</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>Weight against collapse</source>
      <translation>Gewicht gegen Kollaps</translation>
    </message>
    <message>
      <source>Weight against saturation</source>
      <translation>Gewicht gegen Sättigung</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Gewichtsabnahme</translation>
    </message>
    <message>
      <source>Weight of imitation</source>
      <translation>Gewicht der Imitation</translation>
    </message>
    <message>
      <source>Weight of labels</source>
      <translation>Gewicht der Labels</translation>
    </message>
    <message>
      <source>Weight of the image term</source>
      <translation>Gewicht des Bildterms</translation>
    </message>
    <message>
      <source>Weight of the relation term</source>
      <translation>Gewicht des Relationsterms</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <source>Weights to start from. Empty starts from random weights drawn from the seed.</source>
      <translation>Gewichte, von denen ausgegangen wird. Leer beginnt mit zufälligen Gewichten, gezogen aus dem Seed.</translation>
    </message>
    <message>
      <source>What a study is</source>
      <translation>Was eine Studie ist</translation>
    </message>
    <message>
      <source>What follows is measured on the run's images.</source>
      <translation>Das Folgende wird auf den Bildern des Laufs gemessen.</translation>
    </message>
    <message>
      <source>What is called real is then label 1.</source>
      <translation>Was echt genannt wird, ist dann Label 1.</translation>
    </message>
    <message>
      <source>What is done</source>
      <translation>Was getan wird</translation>
    </message>
    <message>
      <source>What is found in the images is shown here, to be confirmed.</source>
      <translation>Was in den Bildern gefunden wird, wird hier gezeigt, um bestätigt zu werden.</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>Was gezeigt wird</translation>
    </message>
    <message>
      <source>What is to be done about the classes</source>
      <translation>Was mit den Klassen zu tun ist</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>Was trainiert wird</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>Was nicht stimmt</translation>
    </message>
    <message>
      <source>What it looks for is as fine as single pixels: scaling destroys it, and so does another size than that of its training.</source>
      <translation>Wonach er sucht, ist so fein wie einzelne Pixel: Skalieren zerstört es, ebenso eine andere Größe als die seines Trainings.</translation>
    </message>
    <message>
      <source>What teacher and student see in a few images</source>
      <translation>Was Teacher und Student in einigen Bildern sehen</translation>
    </message>
    <message>
      <source>What teacher and student see in a picture of yours</source>
      <translation>Was Teacher und Student in einem eigenen Bild sehen</translation>
    </message>
    <message>
      <source>What the loss depends on may be frozen.</source>
      <translation>Wovon der Loss abhängt, ist vielleicht eingefroren.</translation>
    </message>
    <message>
      <source>What the student says of pictures of yours: real or fake</source>
      <translation>Was der Student zu eigenen Bildern sagt: echt oder gefälscht</translation>
    </message>
    <message>
      <source>What the targets have lost then counts less.</source>
      <translation>Was die Ziele verloren haben, zählt dann weniger.</translation>
    </message>
    <message>
      <source>What to train from, and how</source>
      <translation>Woraus trainiert wird, und wie</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>Whatever they show, the files tell real from fake with an AUC of {score}; 0.5 is chance.</source>
      <translation>Unabhängig davon, was sie zeigen, unterscheiden die Dateien echt und gefälscht mit einer AUC von {score}; 0.5 ist Zufall.</translation>
    </message>
    <message>
      <source>Wheel or + and −: zoom. Drag: move. 0: fit. 1 or double click: 100 %. Arrow keys: mark</source>
      <translation>Mausrad oder + und −: zoomen. Ziehen: verschieben. 0: einpassen. 1 oder Doppelklick: 100 %. Pfeiltasten: markieren</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
      <source>When to warn</source>
      <translation>Wann gewarnt wird</translation>
    </message>
    <message>
      <source>Where more pictures than this share have no label, those that have one come again and again, so that they take the rest of every batch.</source>
      <translation>Wenn mehr Bilder als dieser Anteil kein Label haben, kommen die mit Label immer wieder, sodass sie den Rest jedes Batches füllen.</translation>
    </message>
    <message>
      <source>Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may fall before it rises.</source>
      <translation>Wo der Lauf fortgesetzt wird, ist die Lernrate eine andere als zuvor, obwohl niemand sie selbst geändert hat: Die AUC kann fallen, bevor sie steigt.</translation>
    </message>
    <message>
      <source>Which learning rate?</source>
      <translation>Welche Lernrate?</translation>
    </message>
    <message>
      <source>Whole run</source>
      <translation>Ganzer Lauf</translation>
    </message>
    <message>
      <source>Whose map</source>
      <translation>Wessen Karte</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>Why it cannot be read</source>
      <translation>Warum nicht lesbar</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <source>Will the teacher help?</source>
      <translation>Hilft der Teacher?</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Window of the step-wise rules.</source>
      <translation>Fenster der schrittweisen Regeln.</translation>
    </message>
    <message>
      <source>Windows could not commit memory (error 1455)</source>
      <translation>Windows konnte keinen Speicher zusichern (Fehler 1455)</translation>
    </message>
    <message>
      <source>Windows could not commit memory (error 1455), so the run ended. What was saved is safe.</source>
      <translation>Windows konnte keinen Speicher zusichern (Fehler 1455), daher endete der Lauf. Was gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done while validation AUC rises.</source>
      <translation>Bei SGD die Gewichte im Loss senken oder die Grenze (gradient_clip_norm) anheben. Bei AdamW ist nichts zu tun, solange die Validierungs-AUC steigt.</translation>
    </message>
    <message>
      <source>With another input filter or normalisation the same teacher tells real from fake clearly better, or its first layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.</source>
      <translation>Mit einem anderen Eingabefilter oder einer anderen Normierung unterscheidet derselbe Teacher echt und gefälscht deutlich besser, oder seine erste Schicht passt weit besser, sodass seine Entscheidungen anderswo liegen, obwohl seine AUC dieselbe sein kann.</translation>
    </message>
    <message>
      <source>With own figures: so many of the training images can lose something, by the probabilities below.</source>
      <translation>Bei eigenen Werten: So viele der Trainingsbilder können etwas verlieren, nach den Wahrscheinlichkeiten unten.</translation>
    </message>
    <message>
      <source>Without a teacher there is nobody to disagree with.</source>
      <translation>Ohne Teacher gibt es niemanden, mit dem man uneins sein könnte.</translation>
    </message>
    <message>
      <source>Without imitation an epoch passes once over the pictures with a label. On: these come again until it has as many steps as one over all pictures; control runs need it to be fair.</source>
      <translation>Ohne Imitation geht eine Epoche einmal über die Bilder mit Label. Ein: Diese kommen wieder, bis sie so viele Schritte hat wie eine über alle Bilder; Kontrollläufe brauchen das, um fair zu sein.</translation>
    </message>
    <message>
      <source>Without labels</source>
      <translation>Ohne Label</translation>
    </message>
    <message>
      <source>Worst disagreements</source>
      <translation>Größte Abweichungen</translation>
    </message>
    <message>
      <source>Write one HTML file with all figures of the run, and open it in the browser</source>
      <translation>Eine HTML-Datei mit allen Werten des Laufs schreiben und im Browser öffnen</translation>
    </message>
    <message>
      <source>Write the settings to a new file</source>
      <translation>Die Einstellungen in eine neue Datei schreiben</translation>
    </message>
    <message>
      <source>Write the settings to their TOML file</source>
      <translation>Die Einstellungen in ihre TOML-Datei schreiben</translation>
    </message>
    <message>
      <source>Writing {file}…</source>
      <translation>{file} wird geschrieben…</translation>
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation>ZIP-Dateien (*.zip)</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>Vergrößern (+)</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Zoom out (−)</source>
      <translation>Verkleinern (−)</translation>
    </message>
    <message>
      <source>a GPU is used</source>
      <translation>eine GPU wird benutzt</translation>
    </message>
    <message>
      <source>a stage trains the backbone, which stage 1 never does</source>
      <translation>eine Stufe trainiert den Backbone, was Stufe 1 nie tut</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>noch etwa {time}</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>adamw reaches most in few epochs. sgd with the conservative learning rates follows the published recipe.</source>
      <translation>AdamW erreicht in wenigen Epochen am meisten. SGD mit den konservativen Lernraten folgt dem veröffentlichten Rezept.</translation>
    </message>
    <message>
      <source>affine</source>
      <translation>affin</translation>
    </message>
    <message>
      <source>after clipping</source>
      <translation>nach dem Clipping</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>all images</source>
      <translation>alle Bilder</translation>
    </message>
    <message>
      <source>all runs</source>
      <translation>alle Läufe</translation>
    </message>
    <message>
      <source>always</source>
      <translation>immer</translation>
    </message>
    <message>
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <source>and others</source>
      <translation>und andere</translation>
    </message>
    <message>
      <source>and {count:,} more</source>
      <translation>und {count:,} weitere</translation>
    </message>
    <message>
      <source>answers 99 times in 100 within {usual:.0f} ms, at worst after {worst:.0f} ms</source>
      <translation>antwortet 99 von 100 Mal innerhalb von {usual:.0f} ms, schlimmstenfalls nach {worst:.0f} ms</translation>
    </message>
    <message>
      <source>as on the web</source>
      <translation>wie im Web</translation>
    </message>
    <message>
      <source>as set; other views were not tried, as there is little to gain</source>
      <translation>wie eingestellt; andere Ansichten wurden nicht versucht, da wenig zu gewinnen ist</translation>
    </message>
    <message>
      <source>as trained</source>
      <translation>wie trainiert</translation>
    </message>
    <message>
      <source>asinh</source>
      <translation>asinh</translation>
    </message>
    <message>
      <source>asking the teacher about a sample of the images</source>
      <translation>Teacher wird zu einer Stichprobe der Bilder befragt</translation>
    </message>
    <message>
      <source>asking the teacher about every image once</source>
      <translation>Teacher wird einmal zu jedem Bild befragt</translation>
    </message>
    <message>
      <source>asking the teacher's last layer about every image once</source>
      <translation>letzte Schicht des Teachers wird einmal zu jedem Bild befragt</translation>
    </message>
    <message>
      <source>at step {step:,}</source>
      <translation>bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>auto</translation>
    </message>
    <message>
      <source>auto takes a CUDA GPU when there is one.</source>
      <translation>auto nimmt eine CUDA-GPU, wenn es eine gibt.</translation>
    </message>
    <message>
      <source>auto: what the checkpoint says, otherwise NPR, as published.</source>
      <translation>auto: was der Checkpoint sagt, sonst NPR, wie veröffentlicht.</translation>
    </message>
    <message>
      <source>auto: what the student checkpoint says, otherwise the network's usual one: right_diag, as published.</source>
      <translation>auto: was der Student-Checkpoint sagt, sonst der übliche des Netzes: right_diag, wie veröffentlicht.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>back from {step:,}</source>
      <translation>zurück von {step:,}</translation>
    </message>
    <message>
      <source>back to step {step:,} with new weights.</source>
      <translation>zurück zu Schritt {step:,} mit neuen Gewichten.</translation>
    </message>
    <message>
      <source>back to step {step:,} with the given student.</source>
      <translation>zurück zu Schritt {step:,} mit dem gegebenen Studenten.</translation>
    </message>
    <message>
      <source>back to step {step:,}.</source>
      <translation>zurück zu Schritt {step:,}.</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>barely fake</source>
      <translation>knapp gefälscht</translation>
    </message>
    <message>
      <source>barely real</source>
      <translation>knapp echt</translation>
    </message>
    <message>
      <source>baseline, night</source>
      <translation>Basis, Nacht</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <source>batches</source>
      <translation>Batches</translation>
    </message>
    <message>
      <source>before</source>
      <translation>vorher</translation>
    </message>
    <message>
      <source>beginning again from labels only</source>
      <translation>beginnt von vorn, nur aus Labels</translation>
    </message>
    <message>
      <source>best</source>
      <translation>beste</translation>
    </message>
    <message>
      <source>broken off</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <source>building the demo's images</source>
      <translation>Bilder der Demo werden erzeugt</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>in Arbeit</translation>
    </message>
    <message>
      <source>by itself, {deed}</source>
      <translation>von selbst, {deed}</translation>
    </message>
    <message>
      <source>by their names alone</source>
      <translation>nur nach ihren Namen</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <source>calibrated by Platt's method</source>
      <translation>nach Platts Verfahren kalibriert</translation>
    </message>
    <message>
      <source>calibrated by a temperature</source>
      <translation>durch eine Temperatur kalibriert</translation>
    </message>
    <message>
      <source>calibrated: no correction was better on validation</source>
      <translation>kalibriert: Keine Korrektur war bei der Validierung besser</translation>
    </message>
    <message>
      <source>calibrating</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>change by {share} of what the learning rate allows</source>
      <translation>ändern sich um {share} dessen, was die Lernrate erlaubt</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>class is</source>
      <translation>Klasse ist</translation>
    </message>
    <message>
      <source>classes are</source>
      <translation>Klassen sind</translation>
    </message>
    <message>
      <source>clean: the picture before it lost anything, once: full speed. seen: what the student sees; unless Fixed views are set, the teacher is asked about each degraded picture in every epoch, which is several times slower.</source>
      <translation>sauber: das Bild, bevor es etwas verlor, einmal: volle Geschwindigkeit. gesehen: was der Student sieht; außer bei „Feste Ansichten“ wird der Teacher in jeder Epoche zu jedem verschlechterten Bild befragt, was mehrfach langsamer ist.</translation>
    </message>
    <message>
      <source>clipped</source>
      <translation>begrenzt</translation>
    </message>
    <message>
      <source>clipped at</source>
      <translation>Clipping bei</translation>
    </message>
    <message>
      <source>collapse</source>
      <translation>Kollaps</translation>
    </message>
    <message>
      <source>comparing both students</source>
      <translation>vergleicht beide Studenten</translation>
    </message>
    <message>
      <source>computing features once</source>
      <translation>Merkmale werden einmal berechnet</translation>
    </message>
    <message>
      <source>conservative</source>
      <translation>konservativ</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>konstant</translation>
    </message>
    <message>
      <source>cosine</source>
      <translation>Kosinus</translation>
    </message>
    <message>
      <source>cosine falls to a tenth over the stage. plateau falls when validation AUC stops rising.</source>
      <translation>Kosinus fällt über die Stufe auf ein Zehntel. Plateau fällt, wenn die Validierungs-AUC nicht mehr steigt.</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>Ausschnitt</translation>
    </message>
    <message>
      <source>data.judged is whole</source>
      <translation>data.judged ist „ganz“</translation>
    </message>
    <message>
      <source>data.unlabelled names pictures</source>
      <translation>data.unlabelled nennt Bilder</translation>
    </message>
    <message>
      <source>data.view is crop</source>
      <translation>data.view ist „Ausschnitt“</translation>
    </message>
    <message>
      <source>day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>degradations.blur_probability is above 0</source>
      <translation>degradations.blur_probability ist über 0</translation>
    </message>
    <message>
      <source>degradations.jpeg_probability is above 0</source>
      <translation>degradations.jpeg_probability ist über 0</translation>
    </message>
    <message>
      <source>degradations.jpeg_probability or degradations.webp_probability is above 0</source>
      <translation>degradations.jpeg_probability oder degradations.webp_probability ist über 0</translation>
    </message>
    <message>
      <source>degradations.noise_probability is above 0</source>
      <translation>degradations.noise_probability ist über 0</translation>
    </message>
    <message>
      <source>degradations.resize_probability is above 0</source>
      <translation>degradations.resize_probability ist über 0</translation>
    </message>
    <message>
      <source>degradations.strength is not off</source>
      <translation>degradations.strength ist nicht „aus“</translation>
    </message>
    <message>
      <source>degradations.strength is own</source>
      <translation>degradations.strength ist „eigene Werte“</translation>
    </message>
    <message>
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <source>doubt</source>
      <translation>im Zweifel</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>Epoche</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs}</source>
      <translation>Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>evaluating</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>evaluation</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>explosion</source>
      <translation>Explosion</translation>
    </message>
    <message>
      <source>exporting</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>fehlgeschlagen</translation>
    </message>
    <message>
      <source>failed after {time}</source>
      <translation>fehlgeschlagen nach {time}</translation>
    </message>
    <message>
      <source>fake</source>
      <translation>gefälscht</translation>
    </message>
    <message>
      <source>fake image</source>
      <translation>gefälschtes Bild</translation>
    </message>
    <message>
      <source>fake images</source>
      <translation>gefälschte Bilder</translation>
    </message>
    <message>
      <source>fake images found</source>
      <translation>gefundene gefälschte Bilder</translation>
    </message>
    <message>
      <source>fake, said: {probability} fake</source>
      <translation>gefälscht, laut Student {probability} gefälscht</translation>
    </message>
    <message>
      <source>features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>file</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>file cannot be read</source>
      <translation>Datei ist nicht lesbar</translation>
    </message>
    <message>
      <source>files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>files cannot be read</source>
      <translation>Dateien sind nicht lesbar</translation>
    </message>
    <message>
      <source>final evaluation</source>
      <translation>Abschlussauswertung</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>abgeschlossen</translation>
    </message>
    <message>
      <source>finished after {time}</source>
      <translation>abgeschlossen nach {time}</translation>
    </message>
    <message>
      <source>fitting the teacher's head</source>
      <translation>Kopf des Teachers wird angepasst</translation>
    </message>
    <message>
      <source>floor</source>
      <translation>Untergrenze</translation>
    </message>
    <message>
      <source>folder is</source>
      <translation>Ordner ist</translation>
    </message>
    <message>
      <source>folders are</source>
      <translation>Ordner sind</translation>
    </message>
    <message>
      <source>for {time} at step {step:,}</source>
      <translation>für {time} bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>from scratch</source>
      <translation>von Grund auf</translation>
    </message>
    <message>
      <source>from the last healthy state</source>
      <translation>ab dem letzten gesunden Zustand</translation>
    </message>
    <message>
      <source>from the next step</source>
      <translation>ab dem nächsten Schritt</translation>
    </message>
    <message>
      <source>from the run's beginning</source>
      <translation>ab dem Beginn des Laufs</translation>
    </message>
    <message>
      <source>goes on from step {step:,}</source>
      <translation>geht ab Schritt {step:,} weiter</translation>
    </message>
    <message>
      <source>goes on from the beginning</source>
      <translation>geht von Anfang an weiter</translation>
    </message>
    <message>
      <source>gradient norm</source>
      <translation>Gradientennorm</translation>
    </message>
    <message>
      <source>half</source>
      <translation>halb</translation>
    </message>
    <message>
      <source>head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>health.policy is automatic</source>
      <translation>health.policy ist „automatisch“</translation>
    </message>
    <message>
      <source>heat maps</source>
      <translation>Heatmaps</translation>
    </message>
    <message>
      <source>held off until the run ends</source>
      <translation>bis zum Ende des Laufs verhindert</translation>
    </message>
    <message>
      <source>hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>Stunden</translation>
    </message>
    <message>
      <source>how long it will take is not known yet</source>
      <translation>wie lange es dauern wird, ist noch nicht bekannt</translation>
    </message>
    <message>
      <source>idle</source>
      <translation>Leerlauf</translation>
    </message>
    <message>
      <source>image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>image shows</source>
      <translation>Bild zeigt</translation>
    </message>
    <message>
      <source>images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>images show</source>
      <translation>Bilder zeigen</translation>
    </message>
    <message>
      <source>images/s</source>
      <translation>Bilder/s</translation>
    </message>
    <message>
      <source>imitation</source>
      <translation>Imitation</translation>
    </message>
    <message>
      <source>in a new run</source>
      <translation>in einem neuen Lauf</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <source>is fake</source>
      <translation>ist gefälscht</translation>
    </message>
    <message>
      <source>is real</source>
      <translation>ist echt</translation>
    </message>
    <message>
      <source>it was found after an error of the weights</source>
      <translation>er wurde nach einem Fehler der Gewichte gefunden</translation>
    </message>
    <message>
      <source>k as a share of all patches.</source>
      <translation>k als Anteil aller Patches.</translation>
    </message>
    <message>
      <source>k is never smaller.</source>
      <translation>k ist nie kleiner.</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>labels only</source>
      <translation>nur Labels</translation>
    </message>
    <message>
      <source>largest difference {difference} over {images:,} images</source>
      <translation>größte Differenz {difference} über {images:,} Bilder</translation>
    </message>
    <message>
      <source>largest difference {difference} over {images:,} made-up images</source>
      <translation>größte Differenz {difference} über {images:,} künstliche Bilder</translation>
    </message>
    <message>
      <source>layer1</source>
      <translation>layer1</translation>
    </message>
    <message>
      <source>layer1: the head and the last block. all: every weight.</source>
      <translation>layer1: der Kopf und der letzte Block. alles: jedes Gewicht.</translation>
    </message>
    <message>
      <source>learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>learning rates</source>
      <translation>Lernraten</translation>
    </message>
    <message>
      <source>learning-rate test</source>
      <translation>Lernratentest</translation>
    </message>
    <message>
      <source>left diag</source>
      <translation>linke Diagonale</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>ausgelassen</translation>
    </message>
    <message>
      <source>less than a minute left</source>
      <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
      <source>likely fake</source>
      <translation>wahrscheinlich gefälscht</translation>
    </message>
    <message>
      <source>likely real</source>
      <translation>wahrscheinlich echt</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linear</translation>
    </message>
    <message>
      <source>linear and cosine fade alpha_distill over stage 2, down to the share below; where many pictures have no label they fade less, as nobody else speaks of these. outrun fades it once the student's validation AUC passes the teacher's. none keeps it.</source>
      <translation>linear und Kosinus lassen alpha_distill über Stufe 2 ausklingen, bis auf den Anteil darunter; wo viele Bilder kein Label haben, klingt es weniger aus, da sonst nichts über diese Auskunft gibt. überholt lässt es ausklingen, sobald die Validierungs-AUC des Studenten die des Teachers übertrifft. keine behält es bei.</translation>
    </message>
    <message>
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <source>logit</source>
      <translation>Logit</translation>
    </message>
    <message>
      <source>logits</source>
      <translation>Logits</translation>
    </message>
    <message>
      <source>looking through the image folders</source>
      <translation>Bildordner werden durchsucht</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>Loss</translation>
    </message>
    <message>
      <source>loss.alpha_distill and loss.alpha_task are above 0</source>
      <translation>loss.alpha_distill und loss.alpha_task größer als 0 sind</translation>
    </message>
    <message>
      <source>loss.alpha_distill is 0</source>
      <translation>loss.alpha_distill ist 0</translation>
    </message>
    <message>
      <source>loss.alpha_distill is above 0</source>
      <translation>loss.alpha_distill ist über 0</translation>
    </message>
    <message>
      <source>loss.alpha_task is above 0</source>
      <translation>loss.alpha_task ist über 0</translation>
    </message>
    <message>
      <source>loss.distill_fade is not none</source>
      <translation>loss.distill_fade ist nicht „keine“</translation>
    </message>
    <message>
      <source>loss.enable_scale_matching is on</source>
      <translation>loss.enable_scale_matching ist eingeschaltet</translation>
    </message>
    <message>
      <source>loss.saturation_weight is above 0</source>
      <translation>loss.saturation_weight ist über 0</translation>
    </message>
    <message>
      <source>loss.use_kl_loss is on</source>
      <translation>loss.use_kl_loss ist eingeschaltet</translation>
    </message>
    <message>
      <source>loss.variance_weight is above 0</source>
      <translation>loss.variance_weight ist über 0</translation>
    </message>
    <message>
      <source>losses</source>
      <translation>Losses</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittelwert</translation>
    </message>
    <message>
      <source>mean logit {logit:+.2f}, area {area}</source>
      <translation>mittleres Logit {logit:+.2f}, Fläche {area}</translation>
    </message>
    <message>
      <source>middle</source>
      <translation>Mitte</translation>
    </message>
    <message>
      <source>min</source>
      <translation>min</translation>
    </message>
    <message>
      <source>minute</source>
      <translation>Minute</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>Minuten</translation>
    </message>
    <message>
      <source>more than a quarter of all pairs of a real and a fake image are told the wrong way</source>
      <translation>mehr als ein Viertel aller Paare aus einem echten und einem gefälschten Bild wird verkehrt herum beurteilt</translation>
    </message>
    <message>
      <source>ms an image</source>
      <translation>ms je Bild</translation>
    </message>
    <message>
      <source>names with commas between</source>
      <translation>Namen, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>no signal</source>
      <translation>kein Signal</translation>
    </message>
    <message>
      <source>no source has images of both classes</source>
      <translation>keine Quelle hat Bilder beider Klassen</translation>
    </message>
    <message>
      <source>no student checkpoint is given: that brings its own</source>
      <translation>kein Student-Checkpoint ist angegeben: Der bringt das Seine mit</translation>
    </message>
    <message>
      <source>no validation images are given</source>
      <translation>keine Validierungsbilder sind angegeben</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>none; drop a file here or browse</source>
      <translation>keine; Datei hierher ziehen oder durchsuchen</translation>
    </message>
    <message>
      <source>none; drop a folder here or browse</source>
      <translation>keiner; Ordner hierher ziehen oder durchsuchen</translation>
    </message>
    <message>
      <source>norm</source>
      <translation>Norm</translation>
    </message>
    <message>
      <source>not calibrated</source>
      <translation>nicht kalibriert</translation>
    </message>
    <message>
      <source>not done: {remedy}.</source>
      <translation>nicht ausgeführt: {remedy}.</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>nicht angesehen</translation>
    </message>
    <message>
      <source>note</source>
      <translation>Anmerkung</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>Anmerkungen</translation>
    </message>
    <message>
      <source>of fake</source>
      <translation>bei gefälschten</translation>
    </message>
    <message>
      <source>of only {images:,} images; guessing might reach that, too</source>
      <translation>auf nur {images:,} Bildern; auch Raten könnte das erreichen</translation>
    </message>
    <message>
      <source>of real</source>
      <translation>bei echten</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>off: warnings only. suggest: each warning offers remedies, and you decide. automatic: the run helps itself, for when nobody watches: back to the last healthy state, a lower learning rate, other loss weights, a new beginning, at last a stop.</source>
      <translation>aus: nur Warnungen. vorschlagen: Jede Warnung bietet Abhilfen an, und Sie entscheiden. automatisch: Der Lauf hilft sich selbst, für den Fall, dass niemand zusieht: zurück zum letzten gesunden Zustand, eine niedrigere Lernrate, andere Loss-Gewichte, ein Neubeginn, schließlich ein Stopp.</translation>
    </message>
    <message>
      <source>on</source>
      <translation>an</translation>
    </message>
    <message>
      <source>on the test images it is {auc}: {meaning}</source>
      <translation>auf den Testbildern ist sie {auc}: {meaning}</translation>
    </message>
    <message>
      <source>only the first {count:,} are listed</source>
      <translation>nur die ersten {count:,} sind aufgeführt</translation>
    </message>
    <message>
      <source>outrun</source>
      <translation>überholt</translation>
    </message>
    <message>
      <source>own figures</source>
      <translation>eigene Werte</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>patch differences</source>
      <translation>Patch-Unterschiede</translation>
    </message>
    <message>
      <source>patch logits from {logit_min} to {logit_max} on training images</source>
      <translation>Patch-Logits von {logit_min} bis {logit_max} auf den Trainingsbildern</translation>
    </message>
    <message>
      <source>pattern</source>
      <translation>Muster</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>pausiert</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>picture is both real and fake</source>
      <translation>Bild ist sowohl echt als auch gefälscht</translation>
    </message>
    <message>
      <source>picture is in two splits</source>
      <translation>Bild ist in zwei Datensätzen</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>pictures are both real and fake</source>
      <translation>Bilder sind sowohl echt als auch gefälscht</translation>
    </message>
    <message>
      <source>pictures are in two splits</source>
      <translation>Bilder sind in zwei Datensätzen</translation>
    </message>
    <message>
      <source>pictures lack labels</source>
      <translation>Bildern fehlt das Label</translation>
    </message>
    <message>
      <source>plateau</source>
      <translation>Plateau</translation>
    </message>
    <message>
      <source>plateau falls when validation AUC stops rising. cosine falls to a tenth over the stage.</source>
      <translation>Plateau fällt, wenn die Validierungs-AUC nicht mehr steigt. Kosinus fällt über die Stufe auf ein Zehntel.</translation>
    </message>
    <message>
      <source>possible</source>
      <translation>möglich</translation>
    </message>
    <message>
      <source>possible, as set in Set-up</source>
      <translation>möglich, wie unter „Einrichtung“ eingestellt</translation>
    </message>
    <message>
      <source>preparing</source>
      <translation>wird vorbereitet</translation>
    </message>
    <message>
      <source>probability of fake, as said</source>
      <translation>Wahrscheinlichkeit für gefälscht, wie genannt</translation>
    </message>
    <message>
      <source>problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <source>problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>rate {rate}: loss {loss:.3f}</source>
      <translation>Rate {rate}: Loss {loss:.3f}</translation>
    </message>
    <message>
      <source>rate {rate}: no number</source>
      <translation>Rate {rate}: keine Zahl</translation>
    </message>
    <message>
      <source>raw</source>
      <translation>roh</translation>
    </message>
    <message>
      <source>reading the first training images</source>
      <translation>die ersten Trainingsbilder werden gelesen</translation>
    </message>
    <message>
      <source>real</source>
      <translation>echt</translation>
    </message>
    <message>
      <source>real images called fake</source>
      <translation>echte Bilder, als gefälscht eingestuft</translation>
    </message>
    <message>
      <source>real {logit:+.1f}</source>
      <translation>echt {logit:+.1f}</translation>
    </message>
    <message>
      <source>real, said: {probability} fake</source>
      <translation>echt, laut Student {probability} gefälscht</translation>
    </message>
    <message>
      <source>real, {logit:.1f}</source>
      <translation>echt, {logit:.1f}</translation>
    </message>
    <message>
      <source>recommended</source>
      <translation>empfohlen</translation>
    </message>
    <message>
      <source>resize</source>
      <translation>skalieren</translation>
    </message>
    <message>
      <source>resize: the whole picture scaled to the input size, as in the paper. crop: training sees pieces at native resolution, which keep traces that resizing destroys, and whole pictures are judged. The teacher is asked once about pictures of up to 1 megapixel; of larger ones about each crop.</source>
      <translation>skalieren: das ganze Bild auf die Eingabegröße skaliert, wie in der Veröffentlichung. Ausschnitt: Das Training sieht Stücke in ursprünglicher Auflösung, die Spuren behalten, welche das Skalieren zerstört, und beurteilt werden ganze Bilder. Der Teacher wird zu Bildern bis 1 Megapixel einmal befragt, bei größeren zu jedem Ausschnitt.</translation>
    </message>
    <message>
      <source>right diag</source>
      <translation>rechte Diagonale</translation>
    </message>
    <message>
      <source>robustness</source>
      <translation>Robustheit</translation>
    </message>
    <message>
      <source>run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>run to do</source>
      <translation>ausstehender Lauf</translation>
    </message>
    <message>
      <source>run was</source>
      <translation>Lauf wurde</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>runs to do</source>
      <translation>ausstehende Läufe</translation>
    </message>
    <message>
      <source>runs were</source>
      <translation>Läufe wurden</translation>
    </message>
    <message>
      <source>safetensors</source>
      <translation>safetensors</translation>
    </message>
    <message>
      <source>said: fake</source>
      <translation>genannt: gefälscht</translation>
    </message>
    <message>
      <source>said: real</source>
      <translation>genannt: echt</translation>
    </message>
    <message>
      <source>same settings</source>
      <translation>gleiche Einstellungen</translation>
    </message>
    <message>
      <source>saturation</source>
      <translation>Sättigung</translation>
    </message>
    <message>
      <source>saving</source>
      <translation>wird gespeichert</translation>
    </message>
    <message>
      <source>scan</source>
      <translation>Durchsicht</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>scoring</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <source>share of fakes, in truth</source>
      <translation>tatsächlicher Anteil an Fälschungen</translation>
    </message>
    <message>
      <source>shortcut audit</source>
      <translation>Prüfung auf Abkürzungen</translation>
    </message>
    <message>
      <source>solved at once</source>
      <translation>auf einmal gelöst</translation>
    </message>
    <message>
      <source>solver</source>
      <translation>Löser</translation>
    </message>
    <message>
      <source>solver finds the head's best numbers on features that are computed once. sgd and adamw take steps as in stage 2.</source>
      <translation>Der Löser findet die besten Zahlen des Kopfes auf Merkmalen, die einmal berechnet werden. SGD und AdamW machen Schritte wie in Stufe 2.</translation>
    </message>
    <message>
      <source>source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>stage 1</source>
      <translation>Stufe 1</translation>
    </message>
    <message>
      <source>stage 2</source>
      <translation>Stufe 2</translation>
    </message>
    <message>
      <source>stage 3</source>
      <translation>Stufe 3</translation>
    </message>
    <message>
      <source>stage {earlier} and {last}</source>
      <translation>Stufe {earlier} und {last}</translation>
    </message>
    <message>
      <source>stage {number}</source>
      <translation>Stufe {number}</translation>
    </message>
    <message>
      <source>stage {number}, epoch {epoch} of {epochs}</source>
      <translation>Stufe {number}, Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
      <source>stage {stage}</source>
      <translation>Stufe {stage}</translation>
    </message>
    <message>
      <source>stage {stage}, step {step:,}, in epoch {epoch}</source>
      <translation>Stufe {stage}, Schritt {step:,}, in Epoche {epoch}</translation>
    </message>
    <message>
      <source>stage1.enabled is on</source>
      <translation>stage1.enabled ist eingeschaltet</translation>
    </message>
    <message>
      <source>stage1.optimiser is sgd</source>
      <translation>stage1.optimiser ist SGD</translation>
    </message>
    <message>
      <source>stage1.optimiser is sgd or adamw: the solver takes no steps</source>
      <translation>stage1.optimiser ist SGD oder AdamW: Der Löser macht keine Schritte</translation>
    </message>
    <message>
      <source>stage1.optimiser is solver</source>
      <translation>stage1.optimiser ist Löser</translation>
    </message>
    <message>
      <source>stage1.schedule is cosine</source>
      <translation>stage1.schedule ist Kosinus</translation>
    </message>
    <message>
      <source>stage1.schedule is plateau</source>
      <translation>stage1.schedule ist Plateau</translation>
    </message>
    <message>
      <source>stage2.enabled is on</source>
      <translation>stage2.enabled ist eingeschaltet</translation>
    </message>
    <message>
      <source>stage2.optimiser is sgd</source>
      <translation>stage2.optimiser ist SGD</translation>
    </message>
    <message>
      <source>stage2.schedule is cosine or imitation fades over the stage</source>
      <translation>stage2.schedule ist Kosinus, oder die Imitation klingt über die Stufe aus</translation>
    </message>
    <message>
      <source>stage2.schedule is plateau</source>
      <translation>stage2.schedule ist Plateau</translation>
    </message>
    <message>
      <source>statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <source>std of logits</source>
      <translation>Standardabw. der Logits</translation>
    </message>
    <message>
      <source>step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>step {first:,} to {last:,}</source>
      <translation>Schritt {first:,} bis {last:,}</translation>
    </message>
    <message>
      <source>step {number}</source>
      <translation>Schritt {number}</translation>
    </message>
    <message>
      <source>step {step:,.0f}</source>
      <translation>Schritt {step:,.0f}</translation>
    </message>
    <message>
      <source>step {step:,}</source>
      <translation>Schritt {step:,}</translation>
    </message>
    <message>
      <source>step {step:,} of {steps:,}</source>
      <translation>Schritt {step:,} von {steps:,}</translation>
    </message>
    <message>
      <source>step {step:,} · stage {stage} · epoch {epoch}</source>
      <translation>Schritt {step:,} · Stufe {stage} · Epoche {epoch}</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>gestoppt</translation>
    </message>
    <message>
      <source>stopped after {time}</source>
      <translation>gestoppt nach {time}</translation>
    </message>
    <message>
      <source>stretch</source>
      <translation>strecken</translation>
    </message>
    <message>
      <source>stretch lays the schedule over the new length, so that the learning rate rises again. floor leaves it as it was planned: the added epochs go on at the rate that it ended with.</source>
      <translation>strecken legt den Zeitplan über die neue Länge, sodass die Lernrate wieder steigt. Untergrenze lässt ihn wie geplant: Die zusätzlichen Epochen laufen mit der Rate weiter, mit der er geendet hat.</translation>
    </message>
    <message>
      <source>strong</source>
      <translation>stark</translation>
    </message>
    <message>
      <source>student</source>
      <translation>Student</translation>
    </message>
    <message>
      <source>student {student}, teacher {teacher}</source>
      <translation>Student {student}, Teacher {teacher}</translation>
    </message>
    <message>
      <source>student.pooling is topk_mean or topk_max</source>
      <translation>student.pooling ist topk_mean oder topk_max</translation>
    </message>
    <message>
      <source>suggest</source>
      <translation>vorschlagen</translation>
    </message>
    <message>
      <source>teacher</source>
      <translation>Teacher</translation>
    </message>
    <message>
      <source>teacher check</source>
      <translation>Teacher-Prüfung</translation>
    </message>
    <message>
      <source>teacher maps</source>
      <translation>Teacher-Karten</translation>
    </message>
    <message>
      <source>teacher views</source>
      <translation>Teacher-Ansichten</translation>
    </message>
    <message>
      <source>teacher {auc:.3f}</source>
      <translation>Teacher {auc:.3f}</translation>
    </message>
    <message>
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>that is far below its teacher's {auc}</source>
      <translation>das ist weit unter den {auc} seines Teachers</translation>
    </message>
    <message>
      <source>that is hardly better than guessing ({auc})</source>
      <translation>das ist kaum besser als Raten ({auc})</translation>
    </message>
    <message>
      <source>that is no better than guessing ({auc})</source>
      <translation>das ist nicht besser als Raten ({auc})</translation>
    </message>
    <message>
      <source>the beginning</source>
      <translation>der Anfang</translation>
    </message>
    <message>
      <source>the beginning of stage {stage}</source>
      <translation>der Anfang von Stufe {stage}</translation>
    </message>
    <message>
      <source>the clean picture</source>
      <translation>das saubere Bild</translation>
    </message>
    <message>
      <source>the teacher's is {auc:.3f}</source>
      <translation>die des Teachers ist {auc:.3f}</translation>
    </message>
    <message>
      <source>thing</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <source>things</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>throughput</source>
      <translation>Durchsatz</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>top-k max</source>
      <translation>Top-k-Maximum</translation>
    </message>
    <message>
      <source>top-k mean</source>
      <translation>Top-k-Mittelwert</translation>
    </message>
    <message>
      <source>torch.export (.pt2)</source>
      <translation>torch.export (.pt2)</translation>
    </message>
    <message>
      <source>total</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>training images</source>
      <translation>Trainingsbilder</translation>
    </message>
    <message>
      <source>undefined</source>
      <translation>undefiniert</translation>
    </message>
    <message>
      <source>undefined (one class is missing)</source>
      <translation>undefiniert (eine Klasse fehlt)</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>validations</source>
      <translation>Validierungen</translation>
    </message>
    <message>
      <source>vanishing</source>
      <translation>Verschwinden</translation>
    </message>
    <message>
      <source>very likely fake</source>
      <translation>sehr wahrscheinlich gefälscht</translation>
    </message>
    <message>
      <source>very likely real</source>
      <translation>sehr wahrscheinlich echt</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <source>warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <source>what the student sees</source>
      <translation>was der Student sieht</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>ganz</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>ganzes Bild</translation>
    </message>
    <message>
      <source>without labels</source>
      <translation>ohne Label</translation>
    </message>
    <message>
      <source>worth of the teacher</source>
      <translation>Nutzen des Teachers</translation>
    </message>
    <message>
      <source>x grad</source>
      <translation>x-Gradient</translation>
    </message>
    <message>
      <source>y grad</source>
      <translation>y-Gradient</translation>
    </message>
    <message>
      <source>{auc} on {images:,} validation images</source>
      <translation>{auc} auf {images:,} Validierungsbildern</translation>
    </message>
    <message>
      <source>{card}, {split} images</source>
      <translation>{card}, Datensatz {split}</translation>
    </message>
    <message>
      <source>{classes} proposed by name: look at the pictures.</source>
      <translation>{classes} nach dem Namen vorgeschlagen: die Bilder ansehen.</translation>
    </message>
    <message>
      <source>{count:,} failed</source>
      <translation>{count:,} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{count:,} finished</source>
      <translation>{count:,} fertig</translation>
    </message>
    <message>
      <source>{count:,} more sources</source>
      <translation>{count:,} weitere Quellen</translation>
    </message>
    <message>
      <source>{count:,} patch logits from {low} to {high}</source>
      <translation>{count:,} Patch-Logits von {low} bis {high}</translation>
    </message>
    <message>
      <source>{count:,} times, {steps}</source>
      <translation>{count:,}-mal, {steps}</translation>
    </message>
    <message>
      <source>{counts} Now choose the teacher: a large detector.</source>
      <translation>{counts} Jetzt den Teacher wählen: einen großen Detektor.</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>{count} geändert</translation>
    </message>
    <message>
      <source>{count} found.</source>
      <translation>{count} gefunden.</translation>
    </message>
    <message>
      <source>{count} of {all} topics</source>
      <translation>{count} von {all} Themen</translation>
    </message>
    <message>
      <source>{count} warnings stand in Set-up.</source>
      <translation>{count} Warnungen stehen unter „Einrichtung“.</translation>
    </message>
    <message>
      <source>{data} ({images:,} images)</source>
      <translation>{data} ({images:,} Bilder)</translation>
    </message>
    <message>
      <source>{done:,} of {total:,}</source>
      <translation>{done:,} von {total:,}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}</source>
      <translation>{done:,} von {total:,} {unit}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,} {unit}, {time} left</source>
      <translation>{done:,} von {total:,} {unit}, noch {time}</translation>
    </message>
    <message>
      <source>{done:,} of {total:,}, {time} left</source>
      <translation>{done:,} von {total:,}, noch {time}</translation>
    </message>
    <message>
      <source>{done} of {runs}</source>
      <translation>{done} von {runs}</translation>
    </message>
    <message>
      <source>{done} of {runs}, {failed} failed</source>
      <translation>{done} von {runs}, {failed} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{errors} things stand against starting.</source>
      <translation>{errors} Punkte stehen dem Start entgegen.</translation>
    </message>
    <message>
      <source>{files}: {used:,} used, {left:,} left out.</source>
      <translation>{files}: {used:,} benutzt, {left:,} ausgelassen.</translation>
    </message>
    <message>
      <source>{file}, audited: {figures}.</source>
      <translation>{file}, geprüft: {figures}.</translation>
    </message>
    <message>
      <source>{file}, proven: {figures}.</source>
      <translation>{file}, nachgewiesen: {figures}.</translation>
    </message>
    <message>
      <source>{flips:,} of {images:,} decisions flip</source>
      <translation>{flips:,} von {images:,} Entscheidungen kippen</translation>
    </message>
    <message>
      <source>{folders} undecided: choose with the buttons, or R, F, L.</source>
      <translation>{folders} unentschieden: mit den Schaltflächen wählen, oder mit R, F, L.</translation>
    </message>
    <message>
      <source>{folder} could not be moved to the recycle bin.</source>
      <translation>{folder} konnte nicht in den Papierkorb verschoben werden.</translation>
    </message>
    <message>
      <source>{folder} is not a run folder, so it was left alone.</source>
      <translation>{folder} ist kein Laufordner und wurde daher nicht angerührt.</translation>
    </message>
    <message>
      <source>{hours} h {minutes:02} min</source>
      <translation>{hours} h {minutes:02} min</translation>
    </message>
    <message>
      <source>{images:,.0f} images/s</source>
      <translation>{images:,.0f} Bilder/s</translation>
    </message>
    <message>
      <source>{images} for {splits}, from {sources}.</source>
      <translation>{images} für {splits}, aus {sources}.</translation>
    </message>
    <message>
      <source>{images} what a training image shows</source>
      <translation>{images}, was ein Trainingsbild zeigt</translation>
    </message>
    <message>
      <source>{images} what an image of an earlier set shows</source>
      <translation>{images}, was ein Bild eines früheren Datensatzes zeigt</translation>
    </message>
    <message>
      <source>{input_filter} with {normalisation}: {auc}</source>
      <translation>{input_filter} mit {normalisation}: {auc}</translation>
    </message>
    <message>
      <source>{kind}, proposed</source>
      <translation>{kind}, vorgeschlagen</translation>
    </message>
    <message>
      <source>{kind}; AUC on training images {calibrated_auc:.3f}, raw {raw:.3f}</source>
      <translation>{kind}; AUC auf Trainingsbildern {calibrated_auc:.3f}, roh {raw:.3f}</translation>
    </message>
    <message>
      <source>{label}: asked for; the run takes it before its next step.</source>
      <translation>{label}: angefordert; der Lauf übernimmt es vor seinem nächsten Schritt.</translation>
    </message>
    <message>
      <source>{label}: in Set-up now, for the next run.</source>
      <translation>{label}: jetzt in der Einrichtung, für den nächsten Lauf.</translation>
    </message>
    <message>
      <source>{logit:+.1f} fake; threshold {middle}</source>
      <translation>{logit:+.1f} gefälscht; Schwelle {middle}</translation>
    </message>
    <message>
      <source>{low} to {high}: {count:,} patches</source>
      <translation>{low} bis {high}: {count:,} Patches</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{moved} of {runs} were moved.</source>
      <translation>{moved} von {runs} wurden verschoben.</translation>
    </message>
    <message>
      <source>{name} (step {step:,})</source>
      <translation>{name} (Schritt {step:,})</translation>
    </message>
    <message>
      <source>{name}: choose</source>
      <translation>{name}: wählen</translation>
    </message>
    <message>
      <source>{name}: those that were found</source>
      <translation>{name}: die gefundenen</translation>
    </message>
    <message>
      <source>{network} fake, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation>{network} gefälscht, Logit {logit:+.2f} (Zelle {column}, {row})</translation>
    </message>
    <message>
      <source>{network} has no patch at the rim</source>
      <translation>{network} hat am Rand keinen Patch</translation>
    </message>
    <message>
      <source>{network} on {split} images, {source}.</source>
      <translation>{network} auf dem Datensatz {split}, {source}.</translation>
    </message>
    <message>
      <source>{network} real, logit {logit:+.2f} (cell {column}, {row})</source>
      <translation>{network} echt, Logit {logit:+.2f} (Zelle {column}, {row})</translation>
    </message>
    <message>
      <source>{number} million</source>
      <translation>{number} Mio.</translation>
    </message>
    <message>
      <source>{parameters:,} parameters</source>
      <translation>{parameters:,} Parameter</translation>
    </message>
    <message>
      <source>{passed} of {drills} drills ended as they should.</source>
      <translation>{passed} von {drills} Übungen endeten wie vorgesehen.</translation>
    </message>
    <message>
      <source>{path} is not there.</source>
      <translation>{path} ist nicht vorhanden.</translation>
    </message>
    <message>
      <source>{path} was not opened: it is no project, folder, checkpoint, CSV file or picture.</source>
      <translation>{path} wurde nicht geöffnet: Es ist kein Projekt, Ordner, Checkpoint, keine CSV-Datei und kein Bild.</translation>
    </message>
    <message>
      <source>{path} was not opened: one window has one project.</source>
      <translation>{path} wurde nicht geöffnet: Ein Fenster hat ein Projekt.</translation>
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake</source>
      <translation>{pictures}: {fakes:,} als gefälscht eingestuft</translation>
    </message>
    <message>
      <source>{pictures}: {fakes:,} called fake, {unread:,} cannot be read</source>
      <translation>{pictures}: {fakes:,} als gefälscht eingestuft, {unread:,} nicht lesbar</translation>
    </message>
    <message>
      <source>{picture}, image {number}</source>
      <translation>{picture}, Bild {number}</translation>
    </message>
    <message>
      <source>{plot}: logarithmic height</source>
      <translation>{plot}: logarithmische Höhe</translation>
    </message>
    <message>
      <source>{rate} false alarms</source>
      <translation>{rate} Fehlalarme</translation>
    </message>
    <message>
      <source>{rate} is the lowest rate at which the loss falls nearly as far as it can.</source>
      <translation>{rate} ist die niedrigste Rate, bei der der Loss fast so weit fällt, wie er kann.</translation>
    </message>
    <message>
      <source>{real:,} real and {fake}</source>
      <translation>{real:,} echte und {fake}</translation>
    </message>
    <message>
      <source>{rest:,} more folders, as their folder</source>
      <translation>{rest:,} weitere Ordner, wie ihr übergeordneter Ordner</translation>
    </message>
    <message>
      <source>{rule}, at once</source>
      <translation>{rule}, sofort</translation>
    </message>
    <message>
      <source>{rule}, step {step}</source>
      <translation>{rule}, Schritt {step}</translation>
    </message>
    <message>
      <source>{runs} added to the queue.</source>
      <translation>{runs} in die Warteschlange gestellt.</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} s</translation>
    </message>
    <message>
      <source>{severity}, healed</source>
      <translation>{severity}, behoben</translation>
    </message>
    <message>
      <source>{size:,.1f} kB</source>
      <translation>{size:,.1f} kB</translation>
    </message>
    <message>
      <source>{speed}, {share} of the time waiting for images</source>
      <translation>{speed}, {share} der Zeit Warten auf Bilder</translation>
    </message>
    <message>
      <source>{terms} of the sum and of the gradient at step {step:,}</source>
      <translation>{terms} der Summe und des Gradienten bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>{term} {loss} and {gradient}</source>
      <translation>{term} {loss} und {gradient}</translation>
    </message>
    <message>
      <source>{text}: AUC {auc} on a sample. Others that fit its first layer better: {tried}</source>
      <translation>{text}: AUC {auc} auf einer Stichprobe. Andere, die besser zu seiner ersten Schicht passen: {tried}</translation>
    </message>
    <message>
      <source>{text}; of {count} ways none fits this checkpoint's first layer clearly better</source>
      <translation>{text}; von {count} Wegen passt keiner deutlich besser zur ersten Schicht dieses Checkpoints</translation>
    </message>
    <message>
      <source>{time:.2f} ms an image</source>
      <translation>{time:.2f} ms je Bild</translation>
    </message>
    <message>
      <source>{title}: back to {value}</source>
      <translation>{title}: zurück auf {value}</translation>
    </message>
    <message>
      <source>{title}: how it stands</source>
      <translation>{title}: aktueller Stand</translation>
    </message>
    <message>
      <source>{used:.1f} GB here, {free:.1f} of {whole:.0f} GB free</source>
      <translation>{used:.1f} GB hier, {free:.1f} von {whole:.0f} GB frei</translation>
    </message>
    <message>
      <source>{used:.1f} of {whole:.0f} GB in use</source>
      <translation>{used:.1f} von {whole:.0f} GB belegt</translation>
    </message>
    <message>
      <source>{value}, limit {limit}</source>
      <translation>{value}, Grenze {limit}</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} px at {left}, {top}</source>
      <translation>{width:,} × {height:,} px bei {left}, {top}</translation>
    </message>
    <message>
      <source>{words} (double-click)</source>
      <translation>{words} (Doppelklick)</translation>
    </message>
    <message>
      <source>{words} on this page</source>
      <translation>{words} auf dieser Seite</translation>
    </message>
    <message>
      <source>{word}: the selected folders, and those in them ({key})</source>
      <translation>{word}: die ausgewählten Ordner und die darin ({key})</translation>
    </message>
    <message>
      <source>{written} of {asked} written to {folder}.</source>
      <translation>{written} von {asked} in {folder} geschrieben.</translation>
    </message>
    <message>
      <source>{written} was written.</source>
      <translation>{written} wurde geschrieben.</translation>
    </message>
  </context>
</TS>
