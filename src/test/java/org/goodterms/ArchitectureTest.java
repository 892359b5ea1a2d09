package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom, and what code may do. Each rule must hold for the house and must be seen to fail on the planted
 * house in test code, where it is broken once. What the rules say stands in {@link HouseRules} and {@link CraftRules}.
 */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(classesOfTheHouse());
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.goodterms.planted");

    private static Path classesOfTheHouse() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_scan_found_the_house() {
        assertThat(HOUSE.contain(Main.class)).isTrue();
        assertThat(HOUSE.size()).isGreaterThan(60);
        assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith("org.goodterms.planted"))).isEmpty();
        assertThat(PLANTED.size()).isGreaterThan(30);
    }

    @Test
    void kernel_knows_nothing_of_the_house() {
        house(HouseRules::kernelKnowsOnlyValues, "KernelReadsFile", "KernelKnowsRoom");
    }

    @Test
    void machinery_knows_kernel_and_its_own_library() {
        house(HouseRules::machineryKnowsNoRoom, "PdfKnowsRoom", "PdfKnowsMail");
    }

    @Test
    void a_room_knows_only_rooms_before_it() {
        house(HouseRules::roomsLookDownOnly, "CompanyLooksUp");
    }

    @Test
    void records_and_rules_of_a_room_are_pure() {
        house(HouseRules::rulesArePure, "RuleUsesMachinery", "RuleAsksForMore", "RuleHasClock", "RuleReadsSql", "BadPage");
    }

    @Test
    void a_store_asks_only_the_database() {
        house(HouseRules::storesKnowTablesOnly, "AskingStore");
    }

    @Test
    void stores_are_package_private() {
        house(HouseRules::storesArePackagePrivate, "OpenStore");
    }

    @Test
    void a_service_writes_no_sql() {
        house(HouseRules::servicesKnowNoSql, "SqlService");
    }

    @Test
    void commands_and_screens_ask_services() {
        house(HouseRules::facesKnowServices, "CommandReadsStore", "ScreenSendsMail", "ScreenKnowsScreen");
    }

    @Test
    void kit_and_shell_know_no_room() {
        house(HouseRules::framesKnowKernelOnly, "KitKnowsRoom", "ShellKnowsRoom");
    }

    @Test
    void app_wires_by_hand() {
        house(HouseRules::noFrameworksThatWire, "Located");
    }

    @Test
    void packages_form_no_circle() {
        craft(CraftRules::noCycles, "CycleOne", "CycleTwo");
    }

    @Test
    void names_are_words_of_the_trade() {
        craft(CraftRules::namesAreWordsOfTheTrade, "CustomerManager", "AbstractCustomer");
    }

    @Test
    void clocks_are_handed_in() {
        craft(CraftRules::clocksAreHandedIn, "ReadsTheClock");
    }

    @Test
    void sql_is_typed() {
        craft(CraftRules::sqlIsTyped, "TextStore");
    }

    @Test
    void xml_comes_from_one_factory() {
        craft(CraftRules::xmlComesFromOneFactory, "OwnFactory");
    }

    @Test
    void only_main_ends_the_program() {
        craft(CraftRules::onlyMainEndsTheProgram, "EndsProgram");
    }

    @Test
    void only_the_command_line_prints() {
        craft(CraftRules::onlyFacesPrint, "Prints");
    }

    @Test
    void methods_take_few_parameters() {
        craft(CraftRules::fewParameters, "ManyParameters");
    }

    @Test
    void nothing_is_kept_in_statics() {
        craft(CraftRules::noSharedState, "Singleton");
    }

    @Test
    void interfaces_have_several_shapes() {
        craft(CraftRules::interfacesHaveSeveralShapes, "Port");
    }

    private static void house(Function<HouseRules, ArchRule> rule, String... caught) {
        keep(rule.apply(new HouseRules("org.goodterms")), rule.apply(new HouseRules("org.goodterms.planted")), caught);
    }

    private static void craft(Function<CraftRules, ArchRule> rule, String... caught) {
        keep(rule.apply(new CraftRules("org.goodterms")), rule.apply(new CraftRules("org.goodterms.planted")), caught);
    }

    private static void keep(ArchRule rule, ArchRule forPlanted, String... caught) {
        rule.check(HOUSE);
        String report = forPlanted.evaluate(PLANTED).getFailureReport().toString();
        assertThat(report).as("the rule has been seen to fail").contains(caught);
    }

    @Test
    void C2_one_place_puts_reminders_into_the_outbox_and_one_hands_messages_over() {
        assertThat(callers("OutboxService", "enqueue")).filteredOn(caller -> caller.matches("(reminder|ui|cli)\\..*"))
                .containsExactlyInAnyOrder("reminder.SendingService.put");
        assertThat(callers("Carrier", "deliver")).filteredOn(caller -> !caller.startsWith("mail.")).containsExactly("outbox.DispatchService.send");
    }

    private static Set<String> callers(String owner, String method) {
        return HOUSE.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()).filter(call -> call.getName().equals(method)
                && call.getTargetOwner().getSimpleName().equals(owner)).map(call -> call.getOriginOwner().getPackageName()
                        .replace("org.goodterms.", "") + "." + call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName())
                .collect(Collectors.toSet());
    }
}
