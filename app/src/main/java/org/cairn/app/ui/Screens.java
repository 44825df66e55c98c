package org.cairn.app.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.cairn.app.ui.audit.AuditView;
import org.cairn.app.ui.audit.AuditViewModel;
import org.cairn.app.ui.calendar.CalendarView;
import org.cairn.app.ui.calendar.CalendarViewModel;
import org.cairn.app.ui.checklist.ChecklistView;
import org.cairn.app.ui.checklist.ChecklistViewModel;
import org.cairn.app.ui.collect.CollectView;
import org.cairn.app.ui.collect.CollectViewModel;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.evidence.EvidenceView;
import org.cairn.app.ui.evidence.EvidenceViewModel;
import org.cairn.app.ui.fleet.FleetView;
import org.cairn.app.ui.fleet.FleetViewModel;
import org.cairn.app.ui.frame.FrameView;
import org.cairn.app.ui.frame.FrameViewModel;
import org.cairn.app.ui.frame.Page;
import org.cairn.app.ui.frame.Session;
import org.cairn.app.ui.frameworks.FrameworksView;
import org.cairn.app.ui.frameworks.FrameworksViewModel;
import org.cairn.app.ui.intake.IntakeViewModel;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.log.LedgerView;
import org.cairn.app.ui.log.LedgerViewModel;
import org.cairn.app.ui.objections.ObjectionsView;
import org.cairn.app.ui.objections.ObjectionsViewModel;
import org.cairn.app.ui.pack.PackPlaces;
import org.cairn.app.ui.pack.PacksView;
import org.cairn.app.ui.pack.PacksViewModel;
import org.cairn.app.ui.pack.RenewalViewModel;
import org.cairn.app.ui.pack.SamplesViewModel;
import org.cairn.app.ui.palette.PaletteView;
import org.cairn.app.ui.palette.PaletteViewModel;
import org.cairn.app.ui.pilot.PilotView;
import org.cairn.app.ui.pilot.PilotViewModel;
import org.cairn.app.ui.posture.ChangesViewModel;
import org.cairn.app.ui.posture.PostureView;
import org.cairn.app.ui.posture.PostureViewModel;
import org.cairn.app.ui.posture.StepsViewModel;
import org.cairn.app.ui.posture.TrendViewModel;
import org.cairn.app.ui.queue.QueueView;
import org.cairn.app.ui.queue.QueueViewModel;
import org.cairn.app.ui.redact.RedactionViewModel;
import org.cairn.app.ui.risks.RisksView;
import org.cairn.app.ui.risks.RisksViewModel;
import org.cairn.app.ui.runtime.RuntimeView;
import org.cairn.app.ui.runtime.RuntimeViewModel;
import org.cairn.app.ui.scope.ScopeView;
import org.cairn.app.ui.scope.ScopeViewModel;
import org.cairn.app.ui.scope.WalkViewModel;
import org.cairn.app.ui.settings.KeepingViewModel;
import org.cairn.app.ui.settings.PeopleViewModel;
import org.cairn.app.ui.settings.SettingsView;
import org.cairn.app.ui.settings.WorkspaceViewModel;
import org.cairn.app.ui.workbook.WorkbookViewModel;

/// The screens of one open workspace, put together on one page.
final class Screens implements Guide {
    private final ChecklistViewModel checklist;
    private final EvidenceViewModel evidence;
    private final RedactionViewModel redaction;
    private final PostureView.Models posture;
    private final CollectViewModel collect;
    private final ObjectionsViewModel objections;
    private final QueueViewModel queue;
    private final RisksViewModel risks;
    private final PilotViewModel pilot;
    private final PacksViewModel packs;
    private final SamplesViewModel samples;
    private final RenewalViewModel renewal;
    private final WorkbookViewModel workbook;
    private final AuditViewModel audit;
    private final LedgerViewModel ledger;
    private final ScopeViewModel scope;
    private final WalkViewModel walk;
    private final CalendarViewModel calendar;
    private final FrameworksViewModel frameworks;
    private final FleetViewModel fleet;
    private final RuntimeViewModel runtime;
    private final SettingsView.Models settings;
    private final SettingsView.OfTheWindow window;
    private final IntakeViewModel brought;
    private final IntakeViewModel broughtToControl;
    private final ObjectProperty<Page> page;
    private final Chooser chooser;
    private final FrameView frame;
    private final PaletteView palette;

    Screens(
            Desk desk,
            Library library,
            Workplaces workplaces,
            Chooser chooser,
            CairnWindow.Kept kept,
            Session session) {
        this.chooser = chooser;
        checklist = new ChecklistViewModel(
                desk, library, kept.settings().shelf(desk.now().about().origin()));
        evidence = new EvidenceViewModel(desk, library, this);
        redaction = new RedactionViewModel(desk, library, evidence::expect);
        collect = new CollectViewModel(desk, library);
        objections = new ObjectionsViewModel(desk, library);
        queue = new QueueViewModel(desk);
        risks = new RisksViewModel(desk);
        pilot = new PilotViewModel(desk);
        PackPlaces places = kept.settings().packPlaces(desk.now().about().origin());
        packs = new PacksViewModel(desk, library, workplaces, kept.settings().packs(), places);
        samples = new SamplesViewModel(desk, library);
        renewal = new RenewalViewModel(desk, places);
        workbook = new WorkbookViewModel(desk, library);
        audit = new AuditViewModel(desk);
        ledger = new LedgerViewModel(desk);
        scope = new ScopeViewModel(desk, library);
        walk = new WalkViewModel(scope, library);
        calendar = new CalendarViewModel(desk, library);
        posture = new PostureView.Models(
                new PostureViewModel(desk, library, this),
                new TrendViewModel(desk, library),
                new ChangesViewModel(desk, library),
                new org.cairn.app.ui.posture.RisksViewModel(desk),
                new StepsViewModel(desk),
                calendar);
        frameworks = new FrameworksViewModel(desk, library);
        fleet = new FleetViewModel(desk, library);
        runtime = new RuntimeViewModel(desk);
        settings = new SettingsView.Models(
                new WorkspaceViewModel(desk), new PeopleViewModel(desk), new KeepingViewModel(desk));
        window = new SettingsView.OfTheWindow(
                kept.theme(), session, kept.settings().packs());
        brought = new IntakeViewModel(desk, library, Optional::empty);
        broughtToControl =
                new IntakeViewModel(desk, library, () -> checklist.item().subject());
        FrameViewModel around = new FrameViewModel(desk, checklist::prepare);
        page = around.page();
        frame = new FrameView(around, kept.theme(), this::build, session);
        palette = new PaletteView(
                new PaletteViewModel(
                        desk, library, this, new PaletteViewModel.Ways(around.pages(), around.textSizes(kept.theme()))),
                frame.root());
    }

    Parent root() {
        return palette.root();
    }

    void close() {
        frame.close();
    }

    /// Whether an answer was begun and is not recorded yet.
    boolean unsaved() {
        return checklist.unsaved()
                || scope.unsaved()
                || brought.unsaved()
                || broughtToControl.unsaved()
                || audit.unsaved()
                || workbook.unsaved()
                || redaction.unsaved()
                || risks.unsaved();
    }

    private Node build(Page shown) {
        return switch (shown) {
            case POSTURE -> new PostureView(posture).root();
            case CHECKLIST -> new ChecklistView(checklist, broughtToControl, chooser, this).root();
            case EVIDENCE -> new EvidenceView(evidence, brought, redaction, chooser).root();
            case COLLECT -> new CollectView(collect).root();
            case OBJECTIONS -> new ObjectionsView(objections, this).root();
            case QUEUE -> new QueueView(queue, this).root();
            case RISKS -> new RisksView(risks, this).root();
            case PILOT -> new PilotView(pilot, chooser).root();
            case PACKS -> new PacksView(packs, samples, renewal, workbook, chooser).root();
            case AUDIT -> new AuditView(audit, chooser, this).root();
            case LEDGER -> new LedgerView(ledger, chooser).root();
            case SCOPE -> new ScopeView(scope, walk).root();
            case FRAMEWORKS -> new FrameworksView(frameworks).root();
            case CALENDAR -> new CalendarView(calendar).root();
            case FLEET -> new FleetView(fleet, chooser, this).root();
            case SETTINGS -> new SettingsView(settings, window, chooser).root();
            case RUNTIME -> new RuntimeView(runtime, chooser).root();
        };
    }

    @Override
    public void go(Place place) {
        switch (place) {
            case Place.PosturePage _ -> page.set(Page.POSTURE);
            case Place.ChecklistPage _,
                    Place.ChecklistItem _,
                    Place.ChecklistOf _,
                    Place.ChecklistFor _,
                    Place.ChecklistReaching _ -> {
                checklist.visit(place);
                page.set(Page.CHECKLIST);
            }
            case Place.EvidencePage _ -> page.set(Page.EVIDENCE);
            case Place.EvidenceItem item -> {
                evidence.visit(item.evidence());
                page.set(Page.EVIDENCE);
            }
            case Place.CollectPage _ -> page.set(Page.COLLECT);
            case Place.CalendarPage _ -> page.set(Page.CALENDAR);
            case Place.PacksPage _ -> page.set(Page.PACKS);
            case Place.LedgerPage _ -> page.set(Page.LEDGER);
            case Place.ScopeWalk _ -> {
                page.set(Page.SCOPE);
                walk.begin();
            }
        }
    }
}
