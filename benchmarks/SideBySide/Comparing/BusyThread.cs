namespace SideBySide.Comparing;

/// <summary>A thread of this process, which is not the one measured, that computes until it is disposed.</summary>
internal sealed class BusyThread : IDisposable
{
    private readonly Thread? _thread;
    private volatile bool _stop;

    public BusyThread(bool start)
    {
        if (!start)
            return;
        _thread = new Thread(() =>
        {
            while (!_stop)
                Thread.SpinWait(1000);
        });
        _thread.Start();
    }

    public void Dispose()
    {
        _stop = true;
        _thread?.Join();
    }
}
