using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Checks.Running;

/// <summary>Whether what was started runs, and keeps running.</summary>
internal sealed class ServicesCheck() : LocalCheck("services", new Message("The services run", "服务正常运行"))
{
    // Fewer than that may be a database that took its time.
    private const int ManyRestarts = 3;

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var installation = new Installation(scene.Home, scene.Clock);
        var services = installation.Status?.Services ?? [];
        if (installation.SupervisorPid is null)
        {
            return [NoSupervisor(scene, installation)];
        }

        return services.Select(service => service.State switch
        {
            ServiceState.Failed => Failed(scene, service),
            _ when service.Restarts >= ManyRestarts => Restarting(service),
            _ => null,
        }).OfType<Finding>();
    }

    private static Finding NoSupervisor(CheckScene scene, Installation installation)
        => installation.IsRunning
            ? new Finding(
                "services.unsupervised",
                Severity.Warning,
                new Message(
                    "Services run, but their supervisor is gone: nobody starts them again when they end.",
                    "服务在运行，但监管进程已退出，服务停止后不会自动重启。"),
                "middeck up")
            {
                Repair = Up(scene, new Message("Start the supervisor? The services go on meanwhile.", "启动监管进程？服务不受影响。")),
            }
            : new Finding(
                "services.not_running",
                Severity.Info,
                new Message("Middeck does not run in this home.", "此主目录中 Middeck 未运行。"),
                "middeck up")
            {
                Repair = Up(scene, new Message("Start Middeck?", "启动 Middeck？")),
            };

    private static Finding Failed(CheckScene scene, ServiceStatus service) => new(
        "services.failed",
        Severity.Critical,
        new Message(
            $"{service.Name} ended too often and is not started again{(service.LastWords is { } words ? $": {Message.Sentence(words)}" : ".")}",
            $"{service.Name} 多次退出，已不再重启{(service.LastWords is { } last ? $"：{Message.Quote(last)}" : "")}。"),
        $"middeck logs {service.Name}")
    {
        Repair = Up(scene, new Message(
            $"Start {service.Name} again? Cure the cause first, or it will end again.",
            $"重新启动 {service.Name}？请先排除原因，否则会再次退出。")),
    };

    private static Finding Restarting(ServiceStatus service) => new(
        "services.crash_loop",
        Severity.Critical,
        new Message(
            $"{service.Name} was started again {service.Restarts} times{(service.LastWords is { } words ? $"; its last words: {Message.Sentence(words)}" : ".")}",
            $"{service.Name} 已重启 {service.Restarts} 次{(service.LastWords is { } last ? $"，最后输出：{Message.Quote(last)}" : "")}。"),
        $"middeck logs {service.Name}");

    private static Repair Up(CheckScene scene, Message question)
        => new(question, (_, cancellationToken) => scene.RunOwnAsync(["up"], cancellationToken));
}
