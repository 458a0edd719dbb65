//! The window where no graphics processor draws it: [`paint`] fills its pixels, winit shows them.
//!
//! What eframe does around OpenGL is done here around a plain surface: input in, frames when they are due and no faster
//! than the screen shows them, the engine listened to while nothing can be seen. A window that is hidden where windows
//! cannot be (under Wayland) is closed and opened again; everything behind it stays.

use std::time::{Duration, Instant};

use eframe::UserEvent;
use egui::{Context, Event, RawInput, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::accesskit_winit::WindowEvent as Reader;
use egui_winit::{ActionRequested, State, update_viewport_info};
use paint::Painter;
use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use winit::platform::wayland::ActiveEventLoopExtWayland as _;
use winit::window::WindowId;

use super::screen::Screen;
use super::{Frame, Start, Window, WindowError};
use crate::ui::theme;

/// How long the system may keep a frame back before the engine is listened to without one: it does so while a window
/// is covered, and does not say so.
const OVERDUE: Duration = Duration::from_millis(250);
/// How often a hidden window listens at most.
const UNSEEN: Duration = Duration::from_millis(100);

/// Shows the window until it is closed.
pub(super) fn run(system: &mut EventLoop<UserEvent>, frame: Frame, start: Start) -> Result<(), WindowError> {
    let mut software = Software::new(system.create_proxy(), frame, start);
    let ended = system.run_app_on_demand(&mut software);
    ended.map_err(|error| WindowError::Display(error.into()))?;
    software.failed.map_or(Ok(()), |error| Err(WindowError::Display(error)))
}

struct Software {
    proxy: EventLoopProxy<UserEvent>,
    frame: Frame,
    start: Start,
    ctx: Context,
    painter: Painter,
    inside: Option<Window>,
    screen: Option<Screen>,
    /// What the person does. It holds what was copied too, so it outlives the window.
    input: Option<State>,
    info: ViewportInfo,
    /// When the next frame is to be drawn.
    due: Option<Instant>,
    /// Since when the system owes a frame.
    asked: Option<Instant>,
    /// When the last frame began, and what it took.
    drawn: Option<(Instant, Duration)>,
    failed: Option<Box<dyn std::error::Error>>,
}

impl Software {
    fn new(proxy: EventLoopProxy<UserEvent>, frame: Frame, start: Start) -> Self {
        let ctx = Context::default();
        // A frame that finds its sizes wrong may be laid out a second time before it is seen.
        ctx.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN.saturating_add(1));
        let waker = proxy.clone();
        ctx.set_request_repaint_callback(move |request| {
            let event = UserEvent::RequestRepaint {
                viewport_id: request.viewport_id,
                when: Instant::now() + request.delay,
                cumulative_pass_nr: request.current_cumulative_pass_nr,
            };
            // Fails when the window is gone, which then needs no frame.
            waker.send_event(event).ok();
        });
        Self {
            proxy,
            frame,
            start,
            ctx,
            painter: Painter::default(),
            inside: None,
            screen: None,
            input: None,
            info: ViewportInfo::default(),
            due: None,
            asked: None,
            drawn: None,
            failed: None,
        }
    }

    /// Opens a window around what is inside.
    fn open(&mut self, system: &ActiveEventLoop) {
        let screen = match Screen::open(system, &self.ctx, &self.frame) {
            Ok(screen) => screen,
            Err(error) => return self.fail(system, error),
        };
        let new = || {
            let scale = Some(screen.window.scale_factor() as f32);
            State::new(self.ctx.clone(), ViewportId::ROOT, system, scale, system.system_theme(), None)
        };
        let mut input = self.input.take().unwrap_or_else(new);
        // Before the window is seen: that is when screen readers look whether it speaks to them.
        input.init_accesskit(system, &screen.window, self.proxy.clone());
        self.input = Some(input);
        self.info = ViewportInfo { events: std::mem::take(&mut self.info.events), ..ViewportInfo::default() };
        update_viewport_info(&mut self.info, &self.ctx, &screen.window, true);
        self.screen = Some(screen);
        self.draw_at(Instant::now());
    }

    /// Closes the window and keeps all that is behind it; it comes back as large as it was.
    fn hide(&mut self) {
        let Some(screen) = self.screen.take() else { return };
        let (size, maximized) = screen.extent();
        let viewport = self.frame.viewport.clone().with_maximized(maximized);
        self.frame.viewport = if maximized { viewport } else { viewport.with_inner_size(size) };
        if let Some(input) = &mut self.input {
            input.accesskit = None;
            input.set_allow_ime(false);
            let held = input.egui_input_mut();
            held.focused = false;
            held.events.extend([Event::PointerGone, Event::WindowFocused(false)]);
        }
    }

    fn fail(&mut self, system: &ActiveEventLoop, error: Box<dyn std::error::Error>) {
        self.failed = Some(error);
        system.exit();
    }

    /// A frame is wanted at a time; no sooner than the screen can show it.
    fn draw_at(&mut self, when: Instant) {
        let earliest = match (&self.screen, self.drawn) {
            (Some(screen), _) if !screen.is_shown() => Some(Instant::now() + UNSEEN),
            (None, _) => Some(Instant::now() + UNSEEN),
            (Some(screen), Some((began, _))) => Some(began + screen.period()),
            (Some(_), None) => None,
        };
        let when = earliest.map_or(when, |earliest| when.max(earliest));
        self.due = Some(self.due.map_or(when, |due| due.min(when)));
    }

    /// Listens to the engine without drawing.
    fn listen(&mut self, system: &ActiveEventLoop) {
        let Some(inside) = &mut self.inside else { return };
        if let Some(screen) = &self.screen {
            update_viewport_info(&mut self.info, &self.ctx, &screen.window, false);
        }
        let focused = self.input.as_ref().is_some_and(|input| input.egui_input().focused);
        let viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let input = RawInput { viewports, focused, ..RawInput::default() };
        let mut output = self.ctx.run_logic(&input, |ctx| inside.listen(ctx));
        self.info.events.clear();
        if let (Some(screen), Some(state)) = (&self.screen, &mut self.input) {
            state.handle_platform_output_with_event_loop(&screen.window, system, output.platform_output);
        }
        let commands = output.viewport_commands.remove(&ViewportId::ROOT).unwrap_or_default();
        self.obey(system, commands, input.viewport().close_requested());
    }

    fn draw(&mut self, system: &ActiveEventLoop) {
        let (Some(inside), Some(screen), Some(state)) = (&mut self.inside, &mut self.screen, &mut self.input) else {
            return;
        };
        let began = Instant::now();
        update_viewport_info(&mut self.info, &self.ctx, &screen.window, false);
        // Covered, as the system says. Whether it is mapped is known only a moment after it is.
        if self.info.visible() == Some(false) {
            return self.listen(system);
        }
        let mut input = state.take_egui_input(&screen.window);
        super::roomy(&mut input);
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let closing = input.viewport().close_requested();
        let took = self.drawn.map(|(_, took)| took.as_secs_f32());
        let mut output = self.ctx.run_ui(input, |ui| {
            inside.listen(ui.ctx());
            inside.show(ui, took);
        });
        self.info.events.clear();
        state.handle_platform_output_with_event_loop(&screen.window, system, output.platform_output);
        let jobs = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        self.painter.take(output.textures_delta);
        let ground = theme::ground(&self.ctx.global_style().visuals);
        let painted = screen.paint(&self.painter, ground, &jobs, output.pixels_per_point);
        self.drawn = Some((began, began.elapsed()));
        if let Err(error) = painted {
            return self.fail(system, error);
        }
        let commands = output.viewport_output.remove(&ViewportId::ROOT).map(|root| root.commands).unwrap_or_default();
        self.obey(system, commands, closing);
    }

    /// Does what was asked of the window; closes it where that was wanted and nothing held it back.
    fn obey(&mut self, system: &ActiveEventLoop, commands: Vec<ViewportCommand>, closing: bool) {
        if closing && !commands.contains(&ViewportCommand::CancelClose) {
            return system.exit();
        }
        for command in commands {
            match (command, &self.screen, &mut self.input) {
                (ViewportCommand::Visible(false), Some(_), _) if system.is_wayland() => self.hide(),
                (ViewportCommand::Visible(true), None, _) => self.open(system),
                (ViewportCommand::Close, ..) => {
                    self.info.events.push(ViewportEvent::Close);
                    self.ctx.request_repaint();
                }
                (command, Some(screen), Some(input)) => {
                    let mut actions = Vec::new();
                    let commands = std::iter::once(command);
                    let window = &screen.window;
                    egui_winit::process_viewport_commands(&self.ctx, &mut self.info, commands, window, &mut actions);
                    actions.into_iter().for_each(|action| act(input, action));
                }
                // Nothing else can be asked of a window that is not there.
                _ => {}
            }
        }
    }

    /// What a screen reader asks.
    fn answer(&mut self, request: Reader) {
        match request {
            Reader::InitialTreeRequested => self.ctx.enable_accesskit(),
            Reader::ActionRequested(request) => {
                if let Some(input) = &mut self.input {
                    input.on_accesskit_action_request(request);
                }
            }
            Reader::AccessibilityDeactivated => return self.ctx.disable_accesskit(),
        }
        self.draw_at(Instant::now());
    }
}

/// Cutting, copying and pasting where no key was pressed for it.
fn act(input: &mut State, action: ActionRequested) {
    let event = match action {
        ActionRequested::Cut => Some(Event::Cut),
        ActionRequested::Copy => Some(Event::Copy),
        ActionRequested::Paste => {
            let text = input.clipboard_text().map(|text| text.replace("\r\n", "\n"));
            text.filter(|text| !text.is_empty()).map(Event::Paste)
        }
        // No part of Hearth takes pictures of itself.
        ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => None,
    };
    input.egui_input_mut().events.extend(event);
}

impl ApplicationHandler<UserEvent> for Software {
    fn resumed(&mut self, system: &ActiveEventLoop) {
        if self.inside.is_none() {
            self.inside = self.start.make(&self.ctx, false);
        }
        if self.screen.is_none() {
            self.open(system);
        }
    }

    fn user_event(&mut self, _system: &ActiveEventLoop, event: UserEvent) {
        match event {
            UserEvent::RequestRepaint { viewport_id, when, cumulative_pass_nr } => {
                let passed = self.ctx.cumulative_pass_nr_for(viewport_id);
                // An older request was answered by a frame since.
                if passed == cumulative_pass_nr || passed == cumulative_pass_nr + 1 {
                    self.draw_at(when);
                }
            }
            UserEvent::AccessKitActionRequest(request) => self.answer(request.window_event),
        }
    }

    fn window_event(&mut self, system: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        let Some(screen) = self.screen.as_ref().filter(|screen| screen.window.id() == id) else { return };
        match &event {
            WindowEvent::RedrawRequested => {
                self.asked = None;
                return self.draw(system);
            }
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                self.ctx.request_repaint();
            }
            WindowEvent::Occluded(occluded) => self.info.occluded = Some(*occluded),
            _ => {}
        }
        if self.input.as_mut().is_some_and(|input| input.on_window_event(&screen.window, &event).repaint) {
            self.draw_at(Instant::now());
        }
    }

    fn about_to_wait(&mut self, system: &ActiveEventLoop) {
        let now = Instant::now();
        if self.asked.is_some_and(|asked| now >= asked + OVERDUE) {
            self.asked = None;
            self.listen(system);
        }
        if self.due.is_some_and(|due| due <= now) {
            self.due = None;
            match self.screen.as_ref().filter(|screen| screen.is_shown()) {
                Some(screen) => {
                    screen.window.request_redraw();
                    self.asked.get_or_insert(now);
                }
                None => self.listen(system),
            }
        }
        let next = [self.due, self.asked.map(|asked| asked + OVERDUE)].into_iter().flatten().min();
        system.set_control_flow(next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn exiting(&mut self, _system: &ActiveEventLoop) {
        if let Some(mut inside) = self.inside.take() {
            inside.close();
        }
        self.screen = None;
    }
}
