package org.cairn.app.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.app.ui.SteppingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleWatchTest {
    private static final Duration SHORT = Duration.ofMinutes(14);

    private final SteppingClock clock = new SteppingClock();
    private final ObjectProperty<IdleLimit> limit = new SimpleObjectProperty<>(IdleLimit.USUAL);
    private final AtomicInteger idle = new AtomicInteger();
    private final IdleWatch watch = new IdleWatch(clock, limit, idle::incrementAndGet);

    @Test
    void aQuarterOfAnHourWithoutAnybodyIsNoticedAndLessIsNot() {
        clock.pass(SHORT);
        assertThat(watch.look()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(watch.look()).isTrue();
        assertThat(idle).hasValue(1);
    }

    @Test
    void aKeyOrTheMouseBeginsTheTimeAnew() {
        clock.pass(SHORT);
        assertThat(watch.touched()).isFalse();
        clock.pass(SHORT);
        assertThat(watch.look()).isFalse();
    }

    @Test
    void whoeverWakesAMachineThatSleptForHoursFindsItLocked() {
        clock.pass(Duration.ofHours(9));
        assertThat(watch.touched()).isTrue();
        assertThat(idle).hasValue(1);
        assertThat(watch.touched()).isFalse();
    }

    @Test
    void aClockThatIsSetBackBeginsTheTimeAnew() {
        clock.pass(Duration.ofHours(-5));
        assertThat(watch.look()).isFalse();
        clock.pass(Duration.ofMinutes(15));
        assertThat(watch.look()).isTrue();
    }

    @Test
    void switchedOffItNoticesNothing() {
        limit.set(IdleLimit.OFF);
        clock.pass(Duration.ofDays(2));
        assertThat(watch.look()).isFalse();
    }

    @Test
    void aShorterLimitCountsAtOnce() {
        clock.pass(Duration.ofMinutes(6));
        assertThat(watch.look()).isFalse();
        limit.set(IdleLimit.FIVE);
        assertThat(watch.look()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,OFF", "5,FIVE", "15,FIFTEEN", "30,THIRTY", "60,SIXTY", "7,FIFTEEN", "never,FIFTEEN", "'',FIFTEEN"})
    void whatIsNotOfferedIsTheUsualLimit(String minutes, IdleLimit expected) {
        assertThat(IdleLimit.ofMinutes(minutes)).isEqualTo(expected);
    }
}
