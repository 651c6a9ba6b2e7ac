using Middeck.Operations.Language;

namespace Middeck.Operations.Supervision;

internal static class SupervisionMessages
{
    public static Message AlreadySupervised(string home) => new(
        $"Another supervisor runs in {home}. See it with: middeck status, stop it with: middeck down.",
        $"{home} 中已有一个监管进程在运行。查看：middeck status，停止：middeck down。");

    public static Message NoSupervisor(string home) => new(
        $"No supervisor runs in {home}. Start it with: middeck up.",
        $"{home} 中没有正在运行的监管进程。请执行：middeck up。");

    public static Message SupervisorGone(string reason) => new(
        $"The supervisor did not answer: {Message.Sentence(reason)} Read more with: middeck logs supervisor.",
        $"监管进程没有应答：{Message.Quote(reason)}。详情：middeck logs supervisor。");

    public static Message Needed(IEnumerable<string> services, IEnumerable<string> dependents) => new(
        $"{string.Join(", ", services)}: {string.Join(", ", dependents)} cannot work without it.",
        $"{string.Join("、", services)}：停止后 {string.Join("、", dependents)} 将无法工作。");

    public static Message NoSuchService(string name, IEnumerable<string> known) => new(
        $"There is no service {name}. Known are: {string.Join(", ", known)}.",
        $"没有名为 {name} 的服务。可用：{string.Join("、", known)}。");

    public static Message StillRuns(string home) => new(
        $"Something still runs in {home}; no data was deleted. Stop it first: middeck down.",
        $"{home} 中仍有进程在运行，未删除任何数据。请先执行：middeck down。");
}
