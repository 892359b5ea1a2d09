package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Tasks tasks = new Tasks(waiting::add, Runnable::run, faults::add);

    private void work() {
        waiting.removeFirst().run();
    }

    @Test
    void a_result_comes_back_and_a_refusal_goes_to_its_own_place() {
        tasks.run("invoice.issue", p -> Outcome.ok(7), seen::add, seen::add);
        work();
        tasks.run("invoice.issue", p -> Outcome.refused(Problem.of("window.nobody", "x")), seen::add, seen::add);
        work();
        assertThat(seen).containsExactly(7, List.of(Problem.of("window.nobody", "x")));
    }

    @Test
    void a_second_click_is_ignored_while_the_first_runs() {
        tasks.run("invoice.issue", p -> Outcome.ok(1), seen::add, seen::add);
        tasks.run("invoice.issue", p -> Outcome.ok(2), seen::add, seen::add);
        assertThat(tasks.busy("invoice.issue").get()).isTrue();
        assertThat(waiting).hasSize(1);
        work();
        assertThat(tasks.busy("invoice.issue").get()).isFalse();
        tasks.run("invoice.issue", p -> Outcome.ok(3), seen::add, seen::add);
        work();
        assertThat(seen).containsExactly(1, 3);
    }

    @Test
    void a_newer_load_replaces_an_older_one_whichever_ends_first() {
        Object target = new Object();
        tasks.load(target, p -> "old", seen::add);
        tasks.load(target, p -> "new", seen::add);
        waiting.removeLast().run();
        work();
        assertThat(seen).containsExactly("new");
    }

    @Test
    void loads_of_two_targets_do_not_disturb_each_other() {
        tasks.load(new Object(), p -> "one", seen::add);
        tasks.load(new Object(), p -> "two", seen::add);
        work();
        work();
        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void cancelled_work_ends_silently_and_can_be_started_again() {
        tasks.run("run.remind", p -> {
            p.at(1, 2, "task.loading");
            p.stopIfCancelled();
            return Outcome.ok("done");
        }, seen::add, seen::add);
        assertThat(tasks.running()).hasSize(1);
        tasks.cancelAll();
        work();
        assertThat(seen).isEmpty();
        assertThat(faults).isEmpty();
        assertThat(tasks.running()).isEmpty();
        assertThat(tasks.busy("run.remind").get()).isFalse();
    }

    @Test
    void progress_is_told_as_a_part_of_the_whole() {
        List<Double> parts = new ArrayList<>();
        tasks.load(parts, p -> {
            p.at(1, 4, "task.loading");
            parts.add(tasks.running().getFirst().part().get());
            p.at(3, 0, "task.loading");
            parts.add(tasks.running().getFirst().part().get());
            return parts;
        }, seen::add);
        work();
        assertThat(parts).containsExactly(0.25, -1.0);
    }

    @Test
    void a_fault_reaches_whoever_shows_faults_and_nothing_else() {
        IllegalStateException fault = new IllegalStateException("broken");
        tasks.run("invoice.issue", p -> {
            throw fault;
        }, seen::add, seen::add);
        work();
        assertThat(faults).containsExactly(fault);
        assertThat(seen).isEmpty();
        assertThat(tasks.busy("invoice.issue").get()).isFalse();
    }

    @Test
    void inline_tasks_throw_faults_at_the_test() {
        assertThatThrownBy(() -> Tasks.inline().load(this, p -> {
            throw new IllegalStateException("broken");
        }, seen::add)).hasMessage("broken");
    }
}
