"""The stages of a run in turn: which there are, and what each begins with.

1 solves or trains the head, 2 trains the student with its teacher. Where it is in doubt that the teacher was worth it,
3 trains the same student from labels only, just as its twin without a teacher would be, and the better one is kept.
"""

from engine.control import RunPhase
from engine.run.final_evaluation import compare_with_control
from engine.run_folder.checkpoint import Checkpoint, keep_taught
from engine.run_folder.training_state import TrainingState
from engine.settings import CONTROL_STAGE
from engine.training.changes import leave_if_due
from engine.training.context import RunContext
from engine.training.head_solver import fit_head, solve_head
from engine.training.loop import StageLoop
from engine.training.saving import save_state

STAGES = (1, 2, CONTROL_STAGE)


def train_stages(run: RunContext, state: TrainingState, former: Checkpoint | None) -> None:
    """All stages from where the state is; ``former`` is what it came from. ChangeDueError as the loop raises it."""
    for number in STAGES[STAGES.index(state.stage) :]:
        if number == CONTROL_STAGE and not run.settings.control_is_due(state.best_auc, run.teacher_auc):
            return
        if number > state.stage:
            _move_on(run, state)
            former = None
        _train(run, state, former)
    compare_with_control(run, state)


def _train(run: RunContext, state: TrainingState, former: Checkpoint | None) -> None:
    stage = run.settings.stage(state.stage)
    if not stage.enabled:
        return
    if stage.optimiser == "solver":
        leave_if_due(run, state, lambda: save_state(run, state))
        solve_head(run, state)
    else:
        StageLoop(run, state, former).train()


def _move_on(run: RunContext, state: TrainingState) -> None:
    """To the next stage, with the weights that it begins with; what the control cannot go on with is kept for later."""
    if state.stage + 1 == CONTROL_STAGE:
        keep_taught(run.folder.checkpoints)
        if state.best is not None and state.best.stage != CONTROL_STAGE:
            run.folder.keep_taught_student()
    state.next_stage()
    run.stage = state.stage
    if state.stage == CONTROL_STAGE:
        _begin_control(run)
    save_state(run, state)


def _begin_control(run: RunContext) -> None:
    """The first weights of the run, with a head that is solved from labels where stage 1 solved it with the teacher."""
    run.phase(RunPhase.STAGE3, "beginning again from labels only")
    run.begin_again()
    stage1 = run.settings.stage1
    if stage1.enabled and stage1.optimiser == "solver":
        fit_head(run)
